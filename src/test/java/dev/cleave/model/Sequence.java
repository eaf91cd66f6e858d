package dev.cleave.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Actions in a row. Each actor does his own in this order, while the others do theirs.
///
/// @param seed from which it was composed, and can be again
public record Sequence<A>(long seed, List<Step<A>> steps) {

	public Sequence {
		steps = List.copyOf(steps);
	}

	/// The same without so many steps from there on.
	Sequence<A> without(int from, int count) {
		var kept = new ArrayList<>(this.steps.subList(0, from));
		kept.addAll(this.steps.subList(Math.min(this.steps.size(), from + count), this.steps.size()));
		return new Sequence<>(this.seed, kept);
	}

	/// What each actor does, in order.
	List<List<Step<A>>> parts() {
		return List
			.copyOf(this.steps.stream().collect(Collectors.groupingBy(Step::actor, Collectors.toList())).values());
	}

	@Override
	public String toString() {
		return this.steps.stream().map(Step::toString).collect(Collectors.joining("\n"));
	}

}
