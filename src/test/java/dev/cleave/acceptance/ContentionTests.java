package dev.cleave.acceptance;

import dev.cleave.acceptance.Clerk.Stock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Many who want the same few things at the same time.
class ContentionTests {

	private static Shop shop;

	private final Dice dice = Dice.cast();

	@BeforeAll
	static void open() {
		shop = new Shop(StartedShop.start(Topology.ONE_DATABASE));
	}

	@AfterAll
	static void close() {
		shop.close();
	}

	@Test
	void sellsAHundredPiecesToAHundredOfFiveHundredBuyers() {
		var sku = shop.clerk().offers("Coveted", 1_000, 100);
		var buyer = shop.machineBuyer();

		var outcomes = Crowd.of(500)
			.each((number) -> buyer.awaitsSettlement(buyer.buys(Basket.of(sku, 1).with("customer", "buyer " + number)))
				.status());

		assertThat(outcomes).filteredOn("CONFIRMED"::equals).hasSize(100);
		assertThat(outcomes).filteredOn("REJECTED"::equals).hasSize(400);
		assertThat(shop.clerk().stock(sku)).isEqualTo(new Stock(100, 100, 0));
		shop.check();
	}

	@Test
	void leavesNothingReservedThoughWhatIsSaidLastIsHeardFirst() {
		try (var reversed = new Shop(StartedShop.start(Topology.ONE_DATABASE.databases(), ReversedDeliveries.class))) {
			Rush.on(reversed, this.dice).of(2_500);
		}
	}

	@Test
	void leavesNothingReservedWhenEveryOrderIsCancelledInARace() {
		Rush.on(shop, this.dice).of(10_000);
	}

}
