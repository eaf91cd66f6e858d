package dev.cleave.model;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// What can be done, and when. The model says what will probably have become of what was done before; what really has is
/// for the [Stage] to judge.
///
/// @param models begins a new model
/// @param effect what an action does to the model
public record Repertoire<M, A>(Supplier<M> models, BiConsumer<M, A> effect, List<Kind<M, A>> kinds) {

	public Repertoire {
		kinds = List.copyOf(kinds);
	}

	/// Composes a sequence. The same arguments make the same one.
	public Sequence<A> compose(long seed, int length, int actors) {
		var random = new SplittableRandom(seed);
		var model = this.models.get();
		var steps = new ArrayList<Step<A>>();
		for (var number = 1; number <= length; number++) {
			var possible = this.kinds.stream().filter((kind) -> kind.possible().test(model)).toList();
			if (possible.isEmpty()) {
				break;
			}
			var action = one(possible, random).choice().apply(model, random);
			this.effect.accept(model, action);
			steps.add(new Step<>(number, 1 + random.nextInt(actors), action));
		}
		return new Sequence<>(seed, steps);
	}

	private static <M, A> Kind<M, A> one(List<Kind<M, A>> kinds, RandomGenerator random) {
		var ticket = random.nextInt(kinds.stream().mapToInt(Kind::weight).sum());
		for (var kind : kinds) {
			ticket -= kind.weight();
			if (ticket < 0) {
				return kind;
			}
		}
		throw new IllegalStateException("A ticket for no kind");
	}

}
