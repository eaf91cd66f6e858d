package dev.cleave.faults;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// The faults that are hardest to bear, in every build, as are the killed nodes of `CrashTests`. All of them are in
/// [FaultsIT].
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs signals")
class ShortFaultsIT {

	private static final List<String> HARDEST = List.of("lose-acknowledgements", "fail-over");

	@TestFactory
	Stream<DynamicTest> losesAndDoublesNothing() {
		var stand = Stand.start(Kind.LOCAL);
		return DatabaseFaults.ALL.stream()
			.filter((scenario) -> HARDEST.contains(scenario.name()))
			.map((scenario) -> DynamicTest.dynamicTest(scenario.name(), () -> FaultsIT.judge(stand, scenario)))
			.onClose(stand::close);
	}

}
