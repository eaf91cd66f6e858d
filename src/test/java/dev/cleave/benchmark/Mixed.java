package dev.cleave.benchmark;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

import static org.assertj.core.api.Assertions.assertThat;

/// What a shop sees in a day: nine of ten look at something, one orders.
final class Mixed implements Workload {

	private static final double BUYERS = 0.1;

	private static final double LISTS = 0.3;

	@Override
	public String name() {
		return "mixed";
	}

	@Override
	public void measure(Bench bench) {
		var stand = bench.stand();
		var orders = new Shopping(stand.address(), stand::bearer).orders("s", Stand.PRODUCTS, 1);
		Supplier<byte[]> requests = () -> {
			var dice = ThreadLocalRandom.current().nextDouble();
			var sku = ThreadLocalRandom.current().nextInt(Stand.PRODUCTS);
			return (dice < BUYERS) ? orders.get() : Http
				.get((dice < LISTS) ? "/api/v1/products?limit=20&q=s" + sku / 10 : "/api/v1/products/s" + sku, "");
		};
		var load = new Load(stand.address(), requests, Settings.CONNECTIONS);
		load.closed(Bench.briefly());
		var result = bench.measure(name(), "10 % orders, 20 % lists, 70 % pages", 1, () -> load.closed(Settings.TIME));
		stand.awaitRest();
		assertThat(result.statuses()).isSubsetOf("200", "201", "503");
		bench.report()
			.add(Row.reported(name(), "requests", result.perSecond(), "/s", "p99 of orders %.1f ms, of reads %.1f ms"
				.formatted(result.millis(201, 99), result.millis(200, 99))));
	}

}
