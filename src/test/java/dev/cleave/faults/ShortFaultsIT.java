package dev.cleave.faults;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/// Those faults that show the most in the shortest time, to be in every build once they have been seen there often enough.
@Tag("faults")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs signals")
class ShortFaultsIT {

	private static final List<String> SHORT = List.of("lose-acknowledgements", "crash-database", "fail-over");

	@TestFactory
	Stream<DynamicTest> losesAndDoublesNothing() {
		var stand = Stand.start();
		return DatabaseFaults.ALL.stream()
			.filter((scenario) -> SHORT.contains(scenario.name()))
			.map((scenario) -> dynamicTest(scenario.name(), () -> FaultsIT.judge(stand, scenario)))
			.onClose(stand::close);
	}

}
