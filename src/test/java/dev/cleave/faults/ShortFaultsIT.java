package dev.cleave.faults;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Of each kind of fault the one that is hardest to bear, in every build. All of them are in [FaultsIT].
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs signals")
class ShortFaultsIT {

	private static final List<String> HARDEST = List.of("kill-node", "lose-acknowledgements", "fail-over");

	@TestFactory
	Stream<DynamicTest> losesAndDoublesNothing() {
		var stand = Stand.start(Kind.LOCAL);
		return Stream.of(NodeFaults.ALL, DatabaseFaults.ALL)
			.flatMap(List::stream)
			.filter((scenario) -> HARDEST.contains(scenario.name()))
			.map((scenario) -> DynamicTest.dynamicTest(scenario.name(), () -> FaultsIT.judge(stand, scenario)))
			.onClose(stand::close);
	}

}
