package dev.cleave.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Whether the runner finds a bug that was planted in a toy, and says no more about it than it takes.
class RunnerTests {

	private static final Repertoire<Till, String> REPERTOIRE = new Repertoire<>(Till::new, Till::take,
			List.of(new Kind<>(3, (_) -> true, (_, random) -> random.nextBoolean() ? "coin" : "note"),
					new Kind<>(2, (till) -> till.coins > 0, (_, _) -> "pay out"),
					new Kind<>(1, (till) -> !till.locked, (_, _) -> "lock"),
					new Kind<>(1, (till) -> till.locked, (_, _) -> "unlock")));

	private final AtomicLong now = new AtomicLong();

	private final Shrinker<String> shrinker = new Shrinker<>(RunnerTests::shortBy, 1, Duration.ofHours(1),
			this.now::get);

	@Test
	void composesTheSameSequenceFromTheSameSeed() {
		assertThat(REPERTOIRE.compose(7, 40, 3)).isEqualTo(REPERTOIRE.compose(7, 40, 3));
		assertThat(LongStream.range(0, 50).mapToObj((seed) -> REPERTOIRE.compose(seed, 40, 3).toString()).distinct())
			.hasSize(50);
	}

	@Test
	void doesNothingWhoseConditionIsNotMet() {
		for (var seed = 0; seed < 200; seed++) {
			var till = new Till();
			for (var step : REPERTOIRE.compose(seed, 40, 1).steps()) {
				assertThat(till.admits(step.action())).as(step.toString()).isTrue();
				till.take(step.action());
			}
		}
	}

	@Test
	void cutsAFailureDownToWhatItTakes() {
		var found = LongStream.range(0, 100)
			.mapToObj((seed) -> REPERTOIRE.compose(seed, 40, 3))
			.filter((sequence) -> shortBy(sequence).isPresent())
			.map((sequence) -> this.shrinker.shrink(sequence, "short"))
			.toList();

		assertThat(found).hasSizeGreaterThan(20)
			.allSatisfy((finding) -> assertThat(finding.sequence().steps()).extracting(Step::action)
				.containsExactly("lock", "coin", "coin", "pay out"));
	}

	@Test
	void tellsTheSeedTheStepsAndWhatIsWrong() {
		var sequence = new Sequence<>(42, List.of(new Step<>(1, 1, "note"), new Step<>(2, 2, "lock"),
				new Step<>(3, 1, "coin"), new Step<>(4, 2, "coin"), new Step<>(5, 1, "pay out")));

		assertThat(this.shrinker.shrink(sequence, "at first")).hasToString("""
				4 of the 5 steps that seed 42 composes are enough:
				  2. actor 2: lock
				  3. actor 1: coin
				  4. actor 2: coin
				  5. actor 1: pay out
				and this is what is wrong:
				the till is short by 1""");
	}

	@Test
	void triesAgainWhatDoesNotFailEveryTime() {
		var tries = new AtomicLong();
		Stage<String> fickle = (sequence) -> (tries.incrementAndGet() % 3 == 0) ? shortBy(sequence) : Optional.empty();
		var sequence = REPERTOIRE.compose(failingSeed(), 40, 3);

		var finding = new Shrinker<>(fickle, 3, Duration.ofHours(1), this.now::get).shrink(sequence, "short");

		assertThat(finding.steps()).isEqualTo(4);
	}

	@Test
	void endsWhenItsTimeIsUp() {
		var tries = new AtomicLong();
		Stage<String> slow = (sequence) -> {
			tries.incrementAndGet();
			this.now.addAndGet(Duration.ofMinutes(1).toNanos());
			return Optional.of("too long").filter((_) -> sequence.steps().size() > 30);
		};

		var finding = new Shrinker<>(slow, 1, Duration.ofMinutes(3), this.now::get).shrink(REPERTOIRE.compose(1, 40, 3),
				"at first");

		assertThat(tries).hasValue(4);
		assertThat(finding.steps()).isBetween(31, 40);
	}

	@Test
	@Timeout(20)
	void letsSeveralActAtOnceAndEachInHisOrder() {
		var done = Collections.synchronizedList(new ArrayList<Step<String>>());
		var meeting = new CyclicBarrier(3);
		var sequence = new Sequence<>(1,
				LongStream.range(0, 9)
					.mapToObj((number) -> new Step<>((int) number, (int) (number % 3), "meet"))
					.toList());

		Performance.of(sequence, (step) -> {
			try {
				meeting.await(10, TimeUnit.SECONDS);
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
			done.add(step);
		});

		assertThat(done).hasSize(9);
		for (var actor = 0; actor < 3; actor++) {
			var his = actor;
			assertThat(done.stream().filter((step) -> step.actor() == his).map(Step::number)).isSorted();
		}
	}

	@Test
	void failsWithTheActor() {
		assertThatThrownBy(() -> Performance.of(REPERTOIRE.compose(1, 5, 2), (_) -> {
			throw new AssertionError("stage fright");
		})).hasMessage("stage fright");
	}

	private static long failingSeed() {
		return LongStream.range(0, 100)
			.filter((seed) -> shortBy(REPERTOIRE.compose(seed, 40, 3)).isPresent())
			.findFirst()
			.orElseThrow();
	}

	/// Tries the steps on a till with a bug, in the order of the sequence.
	private static Optional<String> shortBy(Sequence<String> sequence) {
		var till = new Till();
		sequence.steps().stream().map(Step::action).filter(till::admits).forEach(till::take);
		return (till.missing == 0) ? Optional.empty() : Optional.of("the till is short by " + till.missing);
	}

	/// Pays out one coin too many, if it was locked while it took the last two coins.
	private static final class Till {

		private boolean locked;

		private int coins;

		private int coinsWhileLocked;

		private int missing;

		boolean admits(String action) {
			return switch (action) {
				case "pay out" -> this.coins > 0;
				case "lock" -> !this.locked;
				case "unlock" -> this.locked;
				default -> true;
			};
		}

		void take(String action) {
			switch (action) {
				case "coin" -> {
					this.coins++;
					this.coinsWhileLocked += this.locked ? 1 : 0;
				}
				case "pay out" -> {
					this.coins--;
					this.missing += (this.locked && this.coinsWhileLocked >= 2) ? 1 : 0;
				}
				case "lock" -> this.locked = true;
				case "unlock" -> {
					this.locked = false;
					this.coinsWhileLocked = 0;
				}
				default -> {
					// Notes do not matter.
				}
			}
		}

	}

}
