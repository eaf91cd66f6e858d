package dev.cleave.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

/// The same orders from people whose session is looked up for each request.
final class CookieCallers implements Workload {

	@Override
	public String name() {
		return "cookie";
	}

	@Override
	public void measure(Bench bench) {
		var stand = bench.stand();
		var customers = Customers.of(stand, Settings.CONNECTIONS).signedIn();
		var people = new Load(stand.address(),
				new Shopping(stand.address(), customers::session).orders("s", Stand.PRODUCTS, 1), Settings.CONNECTIONS);
		people.closed(Bench.briefly());
		var ratio = new Median();
		var placed = new Median();
		for (var round = 1; round <= Settings.ROUNDS; round++) {
			var machines = placed(bench, "token", round, stand.shoppers(Settings.CONNECTIONS));
			var cookies = placed(bench, "cookie", round, people);
			placed.add(cookies);
			ratio.add(cookies / machines);
		}
		bench.report().add(Row.atLeast(name(), "÷ place", 0.7, ratio.get(), "%.0f/s".formatted(placed.get())));
	}

	private double placed(Bench bench, String phase, int round, Load load) {
		var stand = bench.stand();
		var result = bench.measure(name(), phase, round, () -> load.closed(Settings.TIME));
		stand.awaitRest();
		assertThat(result.statuses()).isSubsetOf("201", "503");
		return result.perSecond(201);
	}

}
