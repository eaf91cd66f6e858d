package dev.cleave.benchmark;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/// Everybody wants the same product, of which there is enough, or not.
final class FlashSale implements Workload {

	private static final int FEW = 5;

	private static final double LONGEST_WAIT_MILLIS = 2_000;

	@Override
	public String name() {
		return "flash";
	}

	@Override
	public void measure(Bench bench) {
		var stand = bench.stand();
		var floor = bench.floor();
		stand.offer("hot", FEW, 1_000_000_000);
		var hot = new Median();
		var ofHot = new Median();
		var ofPlace = new Median();
		var confirmed = new Median();
		var few = new Median();
		for (var round = 1; round <= Settings.ROUNDS; round++) {
			var alone = floor.naiveHot(Settings.TIME);
			var usual = confirmed(bench, "all products", round, stand.shoppers(Settings.CONNECTIONS));
			var perSecond = confirmed(bench, "one product", round, buyers(stand, "hot", 1));
			few.add(confirmed(bench, "Zipf over five", round, buyers(stand, "hot", FEW)));
			hot.add(alone);
			confirmed.add(perSecond);
			ofHot.add(perSecond / alone);
			ofPlace.add(perSecond / usual);
		}
		var absolute = "%.0f confirmed/s beside naive-hot %.0f/s".formatted(confirmed.get(), hot.get());
		bench.report().add(Row.atLeast(name(), "confirmed ÷ naive-hot", 4, ofHot.get(), absolute));
		bench.report()
			.add(Row.atLeast(name(), "confirmed ÷ place", 0.9, ofPlace.get(), "confirmed in the same rounds"));
		bench.report().add(Row.reported(name(), "confirmed, Zipf over five", few.get(), "/s", ""));
		sellOut(bench, stand);
	}

	private static Load buyers(Stand stand, String prefix, int products) {
		return new Load(stand.address(), new Shopping(stand.address(), stand::bearer).unevenly(prefix, products),
				Settings.CONNECTIONS);
	}

	private static Load waiting(Stand stand, String prefix) {
		return new Load(stand.address(), new Shopping(stand.address(), stand::bearer).waiting().unevenly(prefix, 1),
				Settings.CONNECTIONS)
			.telling(wire -> wire.body().contains("\"status\":\"CONFIRMED\"") ? " sold"
					: wire.body().contains("\"status\":\"REJECTED\"") ? " sold out" : " unsettled");
	}

	private double confirmed(Bench bench, String phase, int round, Load load) {
		var stand = bench.stand();
		var since = Timeline.now(stand);
		var result = bench.measure(name(), phase, round, () -> load.closed(Settings.TIME));
		stand.awaitRest();
		assertThat(result.statuses()).isSubsetOf("201", "503");
		return since.confirmedPerSecond(stand, result.time().toNanos() / 1e9);
	}

	/// Half of the time there is something left.
	private void sellOut(Bench bench, Stand stand) {
		var rate = waiting(stand, "hot").closed(Bench.briefly()).perSecond();
		var stock = Math.max(1, (long) (rate * Settings.TIME.toSeconds() / 2));
		stand.offer("scarce", 1, stock);
		var load = waiting(stand, "scarce");
		var result = bench.measure(name(), "sold out half-way, waiting", 1, () -> load.closed(Settings.TIME));
		for (var more = 0; more < 20 && !result.statuses().contains("201 sold out"); more++) {
			result = bench.measure(name(), "sold out at last, waiting", 1, () -> load.closed(Settings.TIME));
		}
		stand.awaitRest();
		assertThat(result.statuses()).isSubsetOf(List.of("201 sold", "201 sold out"));
		var sold = stand.servers().number("""
				SELECT count(*) FROM orders.orders JOIN orders.order_line ON order_id = id
				WHERE sku = 'scarce0' AND status = 'CONFIRMED'
				""");
		assertThat((long) sold).as("sold of %d", stock).isEqualTo(stock);

		var soldAnswers = result.of("201 sold"::equals);
		var soldOut = result.of("201 sold out"::equals);
		bench.report()
			.add(Row.atMost(name(), "nobody starved: longest wait to be settled", LONGEST_WAIT_MILLIS,
					result.millis(100), "ms", "sold %.0f of %d".formatted(sold, stock)));
		bench.report()
			.add(Row.atMost(name(), "p99 sold out ÷ p99 sold", 1,
					Result.millis(soldOut, 99) / Result.millis(soldAnswers, 99), "×",
					"%.0f and %.0f ms; p50 %.0f and %.0f ms".formatted(Result.millis(soldOut, 99),
							Result.millis(soldAnswers, 99), Result.millis(soldOut, 50),
							Result.millis(soldAnswers, 50))));
	}

}
