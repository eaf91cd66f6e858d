package dev.cleave.benchmark;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

/// Orders of fifty lines, beside those of one.
final class WideOrders implements Workload {

	private static final int LINES = 50;

	/// One after the other, so that each has a transaction of its own.
	private static final int COUNTED = 20;

	@Override
	public String name() {
		return "place-wide";
	}

	@Override
	public void measure(Bench bench) {
		var stand = bench.stand();
		stand.shoppers(Settings.CONNECTIONS, LINES).closed(Bench.briefly());
		var ratio = new Median();
		var wide = new Median();
		for (var round = 1; round <= Settings.ROUNDS; round++) {
			var narrow = placed(bench, 1, round);
			var fifty = placed(bench, LINES, round);
			wide.add(fifty);
			ratio.add(fifty / narrow);
		}
		bench.report().add(Row.atLeast(name(), "÷ place", 0.15, ratio.get(), "%.0f/s".formatted(wide.get())));
		var ofOne = statements(stand, 1);
		var ofFifty = statements(stand, LINES);
		bench.report()
			.add(Row.atMost(name(), "statements per order ÷ with one line", 1, ofFifty / ofOne, "×",
					"%.2f and %.2f, without those that time brings".formatted(ofFifty, ofOne)));
	}

	private double placed(Bench bench, int lines, int round) {
		var stand = bench.stand();
		var result = bench.measure(name(), lines + " lines", round,
				() -> stand.shoppers(Settings.CONNECTIONS, lines).closed(Settings.TIME));
		stand.awaitRest();
		assertThat(result.statuses()).isSubsetOf("201", "503");
		return result.perSecond(201);
	}

	/// Those that orders and inventory ask to place and settle one order.
	private static double statements(Stand stand, int lines) {
		try (var statements = Statements.of(stand)) {
			var load = new Load(stand.address(),
					new Shopping(stand.address(), stand::bearer).waiting().orders("s", Stand.PRODUCTS, lines), 1);
			var placed = 0L;
			while (placed < COUNTED) {
				placed += load.open(2, Duration.ofSeconds(COUNTED / 2)).with(201);
			}
			stand.awaitRest();
			return statements.callsOfOrders() / (double) placed;
		}
	}

}
