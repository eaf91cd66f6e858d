package dev.cleave.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;

/// Breaks what a shop is made of, one thing after the other, while people trade: `-Dfaults.only=kill-node,split:fail-over`
/// picks some,
/// `-Dfaults.seed=` has people want the same again, and `-Dfaults.minutes=` breaks things in random company for so long.
@Tag("faults")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs signals")
class FaultsIT {

	private static final System.Logger log = System.getLogger(FaultsIT.class.getName());

	private static final long SEED = Long.getLong("faults.seed", System.nanoTime() % 1_000_000);

	private static final List<String> ONLY = List.of(System.getProperty("faults.only", "").split(","));

	private static final int EPISODES_OF_A_STAND = 20;

	private static final int MOST_BROKEN = 5;

	private static @Nullable Stand stand;

	@AfterAll
	static void close() {
		if (stand != null) {
			stand.close();
		}
		stand = null;
	}

	@TestFactory
	Stream<DynamicTest> losesAndDoublesNothingInOneDatabase() {
		return tests(Kind.LOCAL, on(Kind.LOCAL));
	}

	@TestFactory
	Stream<DynamicTest> losesAndDoublesNothingThroughKafka() {
		return tests(Kind.KAFKA,
				Stream.of(MessagingFaults.ALL, DatabaseFaults.OF_STANDBYS).flatMap(List::stream).toList());
	}

	@TestFactory
	Stream<DynamicTest> losesAndDoublesNothingWhenSplit() {
		return tests(Kind.SPLIT, on(Kind.SPLIT));
	}

	/// All that can happen there.
	private static List<Scenario> on(Kind kind) {
		return Stream
			.of(NodeFaults.ALL, DatabaseFaults.ALL, DiskFaults.ALL, RedisFaults.ALL,
					(kind == Kind.LOCAL) ? List.<Scenario>of() : MessagingFaults.ALL)
			.flatMap(List::stream)
			.filter((scenario) -> scenario.happensOn(kind))
			.toList();
	}

	@Test
	@EnabledIfSystemProperty(named = "faults.minutes", matches = "[1-9][0-9]*")
	void losesAndDoublesNothingWhateverComesTogether() {
		var end = System.nanoTime() + Duration.ofMinutes(Long.getLong("faults.minutes")).toNanos();
		var broken = new ArrayList<String>();
		for (var episode = Episodes.over(); System.nanoTime() < end && broken.size() < MOST_BROKEN; episode++) {
			if (episode % EPISODES_OF_A_STAND == 0) {
				close();
			}
			var kind = Kind.values()[episode / EPISODES_OF_A_STAND % Kind.values().length];
			var scenarios = new Episodes(on(kind), Long.getLong("faults.seed", 1)).of(episode);
			var outcome = outcomeOf(kind, scenarios, episode);
			if (outcome.startsWith("VALID") || outcome.startsWith("TOO WEAK")) {
				Laboratory.forget(kind, scenarios, episode);
			}
			else {
				broken.add("episode %d, %s of %s: %s".formatted(episode, kind, scenarios, outcome));
				close();
			}
			Episodes.isOver(episode, kind, scenarios, outcome);
		}
		assertThat(broken).isEmpty();
	}

	/// What the witness says, or why it can't say anything.
	private static String outcomeOf(Kind kind, List<Scenario> scenarios, int episode) {
		try {
			return Laboratory.run(stand(kind), scenarios, episode).toString();
		}
		catch (RuntimeException | AssertionError ex) {
			log.log(System.Logger.Level.ERROR, "Episode " + episode, ex);
			return "BROKE OFF: " + ex;
		}
	}

	private static Stream<DynamicTest> tests(Kind kind, List<Scenario> scenarios) {
		return scenarios.stream()
			.filter((scenario) -> ONLY.equals(List.of("")) || ONLY.contains(scenario.name())
					|| ONLY.contains(kind.label() + ":" + scenario.name()))
			.map((scenario) -> DynamicTest.dynamicTest(kind.label() + ":" + scenario.name(),
					() -> judge(stand(kind), scenario)));
	}

	/// A shop that has lost something is of no use to others.
	static void judge(Stand shop, Scenario scenario) {
		var verdict = Laboratory.run(shop, List.of(scenario), SEED);
		if (!verdict.broken().isEmpty()) {
			close();
		}
		if (scenario.loses()) {
			assertThat(verdict.broken()).as("%s", verdict).containsKey("I5");
			return;
		}
		assertThat(verdict.isValid())
			.as("%s%n%n./mvnw verify -Pfaults -Dfaults.only=%s:%s -Dfaults.seed=%d", verdict, shop.kind().label(),
					scenario, SEED)
			.isTrue();
	}

	private static Stand stand(Kind kind) {
		var held = stand;
		if (held == null || held.kind() != kind) {
			close();
			held = Stand.start(kind);
			stand = held;
		}
		return held;
	}

}
