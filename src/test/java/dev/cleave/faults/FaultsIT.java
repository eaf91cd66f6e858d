package dev.cleave.faults;

import java.time.Duration;
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

/// Breaks what a shop is made of, one thing after the other, while people trade: `-Dfaults.only=kill-node,…` picks some,
/// `-Dfaults.seed=` has people want the same again, and `-Dfaults.minutes=` breaks things in random company for so long.
@Tag("faults")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs signals")
class FaultsIT {

	private static final long SEED = Long.getLong("faults.seed", System.nanoTime() % 1_000_000);

	private static final List<String> ONLY = List.of(System.getProperty("faults.only", "").split(","));

	private static final int EPISODES_OF_A_STAND = 20;

	private static @Nullable Stand stand;

	private static @Nullable String transport;

	@AfterAll
	static void close() {
		if (stand != null) {
			stand.close();
		}
		stand = null;
	}

	@TestFactory
	Stream<DynamicTest> losesAndDoublesNothingInOneDatabase() {
		return tests("local", Stream.of(NodeFaults.ALL, DatabaseFaults.ALL, RedisFaults.ALL).flatMap(List::stream));
	}

	@TestFactory
	Stream<DynamicTest> losesAndDoublesNothingThroughKafka() {
		return tests("kafka", MessagingFaults.ALL.stream());
	}

	@Test
	@EnabledIfSystemProperty(named = "faults.minutes", matches = "[1-9][0-9]*")
	void losesAndDoublesNothingWhateverComesTogether() {
		var end = System.nanoTime() + Duration.ofMinutes(Long.getLong("faults.minutes")).toNanos();
		var episodes = new Episodes(
				Stream.of(NodeFaults.ALL, DatabaseFaults.ALL, RedisFaults.ALL).flatMap(List::stream).toList(),
				Long.getLong("faults.seed", 1));
		for (var episode = Episodes.over(); System.nanoTime() < end; episode++) {
			if (episode % EPISODES_OF_A_STAND == 0) {
				close();
			}
			var scenarios = episodes.of(episode);
			var verdict = Laboratory.run(on("local"), scenarios, episode);
			assertThat(verdict.broken()).as("episode %d of %s: %s", episode, scenarios, verdict).isEmpty();
			Episodes.isOver(episode, scenarios);
		}
	}

	private static Stream<DynamicTest> tests(String by, Stream<Scenario> scenarios) {
		return scenarios.filter((scenario) -> ONLY.equals(List.of("")) || ONLY.contains(scenario.name()))
			.map((scenario) -> DynamicTest.dynamicTest(scenario.name(), () -> judge(by, scenario)));
	}

	/// A shop that has lost something is of no use to others.
	private static void judge(String by, Scenario scenario) {
		judge(on(by), scenario);
		if (scenario.loses()) {
			close();
		}
	}

	static void judge(Stand shop, Scenario scenario) {
		var verdict = Laboratory.run(shop, List.of(scenario), SEED);
		if (scenario.loses()) {
			assertThat(verdict.broken()).as("%s", verdict).containsKey("I5");
			return;
		}
		assertThat(verdict.isValid())
			.as("%s%n%n./mvnw verify -Pfaults -Dfaults.only=%s -Dfaults.seed=%d", verdict, scenario, SEED)
			.isTrue();
	}

	private static Stand on(String by) {
		var held = stand;
		if (held == null || !by.equals(transport)) {
			close();
			held = Stand.start("--cleave.messaging.transport=" + by);
			stand = held;
			transport = by;
		}
		return held;
	}

}
