package dev.cleave.model;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Drops steps of a failing sequence as long as it still fails: halves first, then ever smaller parts, in the end single
/// steps.
///
/// @param attempts how often a shorter sequence is tried before it counts as sound, as a race need not be lost every time
/// @param limit how long to go on
/// @param nanoTime the clock
public record Shrinker<A>(Stage<A> stage, int attempts, Duration limit, LongSupplier nanoTime) {

	public Finding<A> shrink(Sequence<A> failing, String failure) {
		var deadline = this.nanoTime.getAsLong() + this.limit.toNanos();
		var shortest = new Finding<>(failing, failure, failing.steps().size());
		var width = Math.max(1, failing.steps().size() / 2);
		while (width > 0 && !isOver(deadline)) {
			var before = shortest;
			shortest = without(width, shortest, deadline);
			if (width > 1) {
				width = width / 2;
			}
			else if (shortest == before) {
				break;
			}
		}
		return shortest;
	}

	/// From the end to the start, as what comes later needs what came before.
	private Finding<A> without(int width, Finding<A> finding, long deadline) {
		var shortest = finding;
		for (var from = finding.steps() - width; from > -width; from -= width) {
			var shorter = shortest.sequence().without(Math.max(0, from), Math.min(width, from + width));
			var failure = isOver(deadline) ? Optional.<String>empty() : failure(shorter);
			if (failure.isPresent()) {
				shortest = new Finding<>(shorter, failure.get(), finding.composed());
			}
		}
		return shortest;
	}

	private Optional<String> failure(Sequence<A> sequence) {
		for (var attempt = 0; attempt < this.attempts; attempt++) {
			var failure = this.stage.failure(sequence);
			if (failure.isPresent()) {
				return failure;
			}
		}
		return Optional.empty();
	}

	private boolean isOver(long deadline) {
		return this.nanoTime.getAsLong() - deadline > 0;
	}

}
