package dev.cleave.acceptance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import dev.cleave.model.Finding;
import dev.cleave.model.Sequence;
import dev.cleave.model.Shrinker;
import dev.cleave.model.Stage;
import dev.cleave.model.Step;
import dev.cleave.orders.domain.EternalDebts;
import dev.cleave.platform.messaging.delivery.CompetingWorkers;
import dev.cleave.platform.messaging.delivery.FailingCommits;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Random sequences of everything that can be done with orders and stock, by several at once, in a shop whose messages are
/// mixed, whose batches come to nothing every now and then, and whose workers have rivals. What clients are told must be
/// what the state table and the ledger allow, and every number must add up after each group of sequences.
///
/// `-Dcleave.model.sequences=3000` plays so many; otherwise it goes on for some seconds. `-Dcleave.seed` brings back all
/// sequences of a run, `-Dcleave.model.seed` one of them.
class ModelTests {

	private static final System.Logger log = System.getLogger(ModelTests.class.getName());

	private static final int GROUP = 40;

	private static final int AT_ONCE = 5;

	private static final int LENGTH = 24;

	private static final Duration TIME = Duration.ofSeconds(10);

	private static final Class<?>[] TROUBLE = { ShuffledDeliveries.class, FailingCommits.class,
			CompetingWorkers.class };

	@Test
	void keepsToTheStateTableAndTheLedgerWhateverIsDone() {
		var one = Long.getLong("cleave.model.seed");
		var seeds = new SplittableRandom(Dice.cast().seed());
		var count = Integer.getInteger("cleave.model.sequences", (one != null) ? 1 : Integer.MAX_VALUE);
		try (var stage = new ShopStage(Topology.ONE_DATABASE.databases(), TROUBLE)) {
			var start = System.nanoTime();
			var sequences = 0;
			var steps = 0L;
			while (sequences < count && (count < Integer.MAX_VALUE || System.nanoTime() - start < TIME.toNanos())) {
				var group = Stream.generate(() -> compose((one != null) ? one : seeds.nextLong()))
					.limit(Math.min(GROUP, count - sequences))
					.toList();
				judge(stage, group);
				sequences += group.size();
				steps += group.stream().mapToLong((sequence) -> sequence.steps().size()).sum();
			}
			log.log(System.Logger.Level.INFO, "{0} sequences of {1} actions in {2} s; orders made the moves {3}",
					sequences, steps, (System.nanoTime() - start) / 1_000_000_000, stage.moves());
		}
	}

	/// With one actor who is in no hurry, so that what failed once fails again and can be
	/// cut down.
	@Test
	void findsThatMoneyCanBeGivenBackTwiceAndSaysHow() {
		try (var shop = new ShopStage(Topology.ONE_DATABASE.databases(), EternalDebts.class)) {
			Stage<Deed> stage = (sequence) -> shop.failure(unhurried(sequence));
			var wrong = new SplittableRandom(Dice.cast().seed()).longs()
				.limit(200)
				.mapToObj((seed) -> Deeds.ALL.compose(seed, LENGTH, 1))
				.filter((sequence) -> stage.failure(sequence).isPresent())
				.findFirst()
				.orElseThrow();

			var found = shortest(stage, wrong, "it is wrong");

			assertThat(found.sequence().steps()).as(found.toString())
				.extracting(Step::action)
				.hasSizeLessThanOrEqualTo(6)
				.hasAtLeastOneElementOfType(Deed.Refund.class);
		}
	}

	/// Who acts alone gets further; several get into each other's way.
	private static Sequence<Deed> compose(long seed) {
		return Deeds.ALL.compose(seed, LENGTH, List.of(1, 1, 2, 3).get((int) Math.floorMod(seed, 4L)));
	}

	/// What is placed is settled before the next step.
	private static Sequence<Deed> unhurried(Sequence<Deed> sequence) {
		return new Sequence<>(sequence.seed(), sequence.steps().stream().<Step<Deed>>mapMulti((step, steps) -> {
			steps.accept(step);
			if (step.action() instanceof Deed.Place place) {
				steps.accept(new Step<>(LENGTH + step.number(), step.actor(), new Deed.Settle(place.order())));
			}
		}).toList());
	}

	private static void judge(ShopStage stage, List<Sequence<Deed>> group) {
		var wrong = stage.play(group, AT_ONCE).stream().filter((played) -> !played.faults().isEmpty()).findFirst();
		if (wrong.isPresent()) {
			throw new AssertionError(
					shortest(stage, wrong.get().sequence(), String.join("\n", wrong.get().faults())).toString());
		}
		var broken = stage.broken();
		if (!broken.isEmpty()) {
			throw new AssertionError(culprit(group, broken));
		}
	}

	private static Finding<Deed> shortest(Stage<Deed> stage, Sequence<Deed> wrong, String faults) {
		return new Shrinker<>(stage, 1, Duration.ofMinutes(2), System::nanoTime).shrink(wrong, faults);
	}

	/// A shop whose numbers are wrong can't be used again: every attempt has one of its
	/// own.
	private static String culprit(List<Sequence<Deed>> group, List<String> broken) {
		Stage<Deed> fresh = (sequence) -> {
			try (var stage = new ShopStage(Topology.ONE_DATABASE.databases(), TROUBLE)) {
				stage.play(List.of(sequence), 1);
				return Optional.of(String.join("\n", stage.broken())).filter((words) -> !words.isEmpty());
			}
		};
		var report = new ArrayList<>(broken);
		group.stream()
			.filter((sequence) -> fresh.failure(sequence).isPresent())
			.findFirst()
			.map((sequence) -> new Shrinker<>(fresh, 1, Duration.ofMinutes(3), System::nanoTime)
				.shrink(sequence, String.join("\n", broken))
				.toString())
			.ifPresentOrElse(report::add, () -> report.add("No sequence of the group does it alone. Their seeds are "
					+ group.stream().map(Sequence::seed).toList()));
		return String.join("\n", report);
	}

}
