package dev.cleave.benchmark;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// Measures everything there is a mark for: see `docs/performance.md`. It fails when a promise is broken, not when a mark
/// is missed.
@Tag("benchmark")
@TestInstance(Lifecycle.PER_CLASS)
class BenchmarkIT {

	private static final List<Workload> WORKLOADS = List.of(new PlaceOrders(), new FlashSale(), new WideOrders(),
			new CookieCallers(), new Browse(), new SignIn(), new ReportsWhilePlacing(), new Mixed(), new Overload(),
			new Breakdown(), new Soak(), new Growth(), new StartUp());

	private final Bench bench = new Bench();

	@BeforeAll
	static void needsPgbench() {
		assumeTrue(Floor.canRun(), "pgbench is missing: apt-get install postgresql");
	}

	@TestFactory
	Stream<DynamicTest> measures() {
		return WORKLOADS.stream()
			.filter(workload -> Settings.asksFor(workload.name()))
			.map(workload -> DynamicTest.dynamicTest(workload.name(), () -> workload.measure(this.bench)));
	}

	@AfterAll
	void reports() {
		this.bench.close();
		this.bench.report().write(Path.of("target", "benchmark"));
	}

}
