package dev.cleave.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

/// Orders of one line, of ten thousand products, beside what PostgreSQL alone can do in the same minutes.
final class PlaceOrders implements Workload {

	private static final double CALM = 0.7;

	@Override
	public String name() {
		return "place";
	}

	@Override
	public void measure(Bench bench) {
		var stand = bench.stand();
		var floor = bench.floor();
		var ratio = new Median();
		var naive = new Median();
		var oneTrip = new Median();
		var placed = new Median();
		var lag = new Median();
		for (var round = 1; round <= Settings.ROUNDS; round++) {
			var alone = floor.naive(Settings.TIME);
			oneTrip.add(floor.oneTrip(Bench.briefly()));
			var before = stand.orders("TRUE");
			var since = Timeline.now(stand);
			var result = bench.measure(name(), "closed", round,
					() -> stand.shoppers(Settings.CONNECTIONS).closed(Settings.TIME));
			stand.awaitRest();
			assertThat(result.statuses()).isSubsetOf("201", "503");
			assertThat(stand.orders("TRUE") - before).as("orders written").isEqualTo(result.with(201));
			assertThat(stand.orders("status <> 'CONFIRMED'")).as("orders not confirmed").isZero();
			naive.add(alone);
			placed.add(result.perSecond(201));
			ratio.add(result.perSecond(201) / alone);
			lag.add(since.lagMillis(stand, 0.99));
		}
		bench.peak(placed.get());
		calm(bench, stand);

		bench.report()
			.add(Row.atLeast(name(), "accepted ÷ naive", 1.0, ratio.get(),
					"%.0f/s beside naive %.0f/s".formatted(placed.get(), naive.get())));
		bench.report()
			.add(Row.atMost(name(), "settled within, p99 at the peak", 1_000, lag.get(), "ms", "by the timelines"));
		bench.report()
			.add(Row.reported(name(), "accepted ÷ one-trip", placed.get() / oneTrip.get(), "×",
					"one-trip %.0f/s".formatted(oneTrip.get())));
	}

	private void calm(Bench bench, Stand stand) {
		var half = new Median();
		var slow = new Median();
		var slowest = new Median();
		var refused = 0L;
		for (var round = 1; round <= Settings.ROUNDS; round++) {
			var result = bench.measure(name(), "open, 70 %", round,
					() -> stand.shoppers(Bench.MANY).open(bench.peak() * CALM, Settings.TIME));
			stand.awaitRest();
			assertThat(result.statuses()).isSubsetOf("201", "503");
			half.add(result.millis(50));
			slow.add(result.millis(99));
			slowest.add(result.millis(99.9));
			refused += result.with(503);
		}
		bench.report()
			.add(Row.atMost(name(), "POST at 70 %, p99", 50, slow.get(), "ms",
					"%.0f/s; p50 %.1f, p99.9 %.1f ms; %d refused".formatted(bench.peak() * CALM, half.get(),
							slowest.get(), refused)));
	}

}
