package dev.cleave.acceptance;

import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// One module's trouble stays its own.
class StuckReportTests {

	private static final int ORDERS = 300;

	@Test
	void delaysNoOrderWhenAReportNeverReturns() throws Exception {
		var system = StartedShop.start(Topology.ONE_DATABASE.databases(), EndlessReport.class);
		try (var shop = new Shop(system)) {
			var sku = shop.clerk().offers("Steady", 100, 10 * ORDERS);
			var buyer = shop.machineBuyer();
			buyer.buys(Basket.of(sku, 1));
			var stuck = system.part(EndlessReport.Stuck.class);
			assertThat(stuck.entered().await(10, TimeUnit.SECONDS)).as("the report is stuck").isTrue();

			var outcomes = new Crowd(ORDERS, 16).each((number) -> buyer.buys(Basket.of(sku, 1)).status());

			assertThat(outcomes).hasSize(ORDERS).containsOnly("CONFIRMED");
			Eventually.eventually(() -> assertThat(unitsSold(shop)).isEqualTo(ORDERS + 1));
			assertThat(stuck.never().getCount()).as("the report is still stuck").isEqualTo(1);
			stuck.never().countDown();
		}
	}

	/// As a report says that is not stuck.
	private static long unitsSold(Shop shop) {
		return shop.clerk()
			.visitor()
			.get("/reports/top-products?by=units&from=2020-01-01&to=2100-01-01")
			.send()
			.expect(200)
			.number("/rows/0/units");
	}

}
