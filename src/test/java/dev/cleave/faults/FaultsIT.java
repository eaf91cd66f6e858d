package dev.cleave.faults;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;

/// Breaks what a shop is made of, one thing after the other, while people trade: `-Dfaults.only=kill-node,…` picks some,
/// `-Dfaults.seed=` has people want the same again.
@Tag("faults")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs signals")
class FaultsIT {

	private static final long SEED = Long.getLong("faults.seed", System.nanoTime() % 1_000_000);

	private static final List<String> ONLY = List.of(System.getProperty("faults.only", "").split(","));

	private static Stand stand;

	@AfterAll
	static void close() {
		if (stand != null) {
			stand.close();
			stand = null;
		}
	}

	@TestFactory
	Stream<DynamicTest> losesAndDoublesNothing() {
		return Stream.of(NodeFaults.ALL, DatabaseFaults.ALL, RedisFaults.ALL)
			.flatMap(List::stream)
			.filter((scenario) -> ONLY.equals(List.of("")) || ONLY.contains(scenario.name()))
			.map((scenario) -> DynamicTest.dynamicTest(scenario.name(), () -> losesAndDoublesNothingWhen(scenario)));
	}

	private static void losesAndDoublesNothingWhen(Scenario scenario) {
		if (stand == null) {
			stand = Stand.start();
		}
		var verdict = Laboratory.run(stand, List.of(scenario), SEED);
		assertThat(verdict.isValid())
			.as("%s%n%n./mvnw verify -Pfaults -Dfaults.only=%s -Dfaults.seed=%d", verdict, scenario, SEED)
			.isTrue();
	}

}
