package dev.cleave.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

/// Whether memory stays the same while orders come for long.
final class Soak implements Workload {

	private static final int PARTS = 5;

	private static final double PART_OF_PEAK = 0.3;

	/// More than the noise of a heap that is collected now and then.
	private static final double GROWTH = 1.05;

	@Override
	public String name() {
		return "soak";
	}

	@Override
	public void measure(Bench bench) {
		var stand = bench.stand();
		var perSecond = bench.peak() * PART_OF_PEAK;
		var held = new double[PARTS];
		var live = new double[PARTS];
		for (var part = 0; part < PARTS; part++) {
			var result = bench.measure(name(), "open, 30 %", part + 1,
					() -> stand.shoppers(Bench.MANY).open(perSecond, Settings.SOAK.dividedBy(PARTS)));
			assertThat(result.statuses()).isSubsetOf("201", "503");
			held[part] = Cpu.residentOf(stand.node().pid()) / (double) (1 << 20);
			live[part] = Jvm.of(stand.node().pid()).liveMegabytes();
		}
		stand.awaitRest();
		bench.report()
			.add(Row.atMost(name(), "resident at the end ÷ after the first fifth", GROWTH, held[PARTS - 1] / held[0],
					"×", "%.0f and %.0f MB in %d s".formatted(held[PARTS - 1], held[0], Settings.SOAK.toSeconds())));
		bench.report()
			.add(Row.atMost(name(), "live heap at the end ÷ after the first fifth", GROWTH, live[PARTS - 1] / live[0],
					"×", "%.0f and %.0f MB".formatted(live[PARTS - 1], live[0])));
	}

}
