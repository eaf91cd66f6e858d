package dev.cleave.acceptance;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import dev.cleave.acceptance.Clerk.Stock;
import org.junit.jupiter.api.Test;

import static dev.cleave.acceptance.Eventually.eventually;
import static dev.cleave.acceptance.Json.map;
import static org.assertj.core.api.Assertions.assertThat;

@AcceptanceTest
@InSplit
class StockTests {

	private final Shop shop;

	private final Clerk clerk;

	StockTests(Shop shop) {
		this.shop = shop;
		this.clerk = shop.clerk();
	}

	@Test
	void countsWhatIsReceived() {
		var sku = this.clerk.offers("Cup", 100, 10);

		this.clerk.receive(sku, 5).expect(200, 201);

		assertThat(this.clerk.stock(sku)).isEqualTo(new Stock(15, 0, 15));
	}

	@Test
	void hasNothingOfANewProduct() {
		var sku = this.clerk.offers("Cup", 100, 0);

		assertThat(this.clerk.stock(sku)).isEqualTo(new Stock(0, 0, 0));
	}

	@Test
	void keepsALedgerWithBalances() {
		var sku = this.clerk.offers("Cup", 100, 10);
		this.clerk.adjust(sku, -3, false).expect(200, 201);
		var order = this.shop.buyer().buys(Basket.of(sku, 2));

		var movements = this.clerk.movements(sku)
			.stream()
			.sorted(Comparator.comparingLong((movement) -> movement.path("sequence").asLong()))
			.toList();

		assertThat(movements).extracting((movement) -> movement.path("type").asString())
			.containsExactly("RECEIVED", "ADJUSTED", "RESERVED");
		assertThat(movements).extracting((movement) -> movement.path("sequence").asLong()).containsExactly(1L, 2L, 3L);
		assertThat(movements).extracting((movement) -> movement.path("onHandAfter").asLong())
			.containsExactly(10L, 7L, 7L);
		assertThat(movements).extracting((movement) -> movement.path("reservedAfter").asLong())
			.containsExactly(0L, 0L, 2L);
		assertThat(movements).extracting((movement) -> movement.path("location").asString()).containsOnly("main");
		assertThat(movements.get(1).path("reason").asString()).isEqualTo("counted");
		assertThat(movements.getLast().path("reference").asString()).isEqualTo(order.id());
		assertThat(movements).extracting((movement) -> movement.path("text").asString())
			.containsExactly("10 received: delivery", "3 written off: counted", "2 reserved for order " + order.id());
		assertThat(movements).extracting((movement) -> Instant.parse(movement.path("time").asString())).isSorted();
	}

	@Test
	void explainsWhyThereAreAsManyAsThereAre() {
		var sku = this.clerk.offers("Cup", 100, 10);
		this.clerk.adjust(sku, -3, false).expect(200, 201);
		var order = this.shop.buyer().buys(Basket.of(sku, 2));
		var path = "/stock/" + sku + "/explain";

		var explanation = this.clerk.visitor().get(path).send().expect(200);

		assertThat(explanation.at("/text").asString())
			.isEqualTo("5 = 10 received: delivery − 3 written off: counted − 2 reserved for order " + order.id());
		assertThat(Stock.of(explanation.json())).isEqualTo(this.clerk.stock(sku));
		assertThat(explanation.at("/terms").valueStream().map((term) -> term.path("amount").asLong()))
			.containsExactly(10L, -3L, -2L);
		this.clerk.visitor().get(path + "?location=nowhere").send().expect(200);
		this.clerk.visitor().get("/stock/" + Shop.unique("unknown") + "/explain").send().expect(404);
		this.shop.buyer().visitor().get(path).send().expect(403);
	}

	@Test
	void takesNothingFromTheShelfWhenAnOrderReservesIt() {
		var sku = this.clerk.offers("Cup", 100, 10);

		this.shop.buyer().buys(Basket.of(sku, 4));

		assertThat(this.clerk.stock(sku)).isEqualTo(new Stock(10, 4, 6));
	}

	@Test
	void correctsStockButNotBelowWhatIsReserved() {
		var sku = this.clerk.offers("Cup", 100, 10);
		this.shop.buyer().buys(Basket.of(sku, 4));

		this.clerk.adjust(sku, -6, false).expect(200, 201);
		var refused = this.clerk.adjust(sku, -1, false).expect(409);

		assertThat(refused.at("/reservations").size()).isOne();
		assertThat(this.clerk.stock(sku)).isEqualTo(new Stock(4, 4, 0));
	}

	@Test
	void reservesAcrossLocationsWhenNoneHasEverything() {
		var sku = this.clerk.offers("Cup", 100, 3);
		this.clerk.receive(sku, 4, "attic").expect(200);

		var small = this.shop.buyer().buys(Basket.of(sku, 4));
		var refused = this.shop.buyer().buys(Basket.of(sku, 4));
		var rest = this.shop.buyer().buys(Basket.of(sku, 3));

		assertThat(small.status()).isEqualTo("CONFIRMED");
		assertThat(refused.status()).isEqualTo("REJECTED");
		assertThat(rest.status()).isEqualTo("CONFIRMED");
		assertThat(this.clerk.stock(sku)).isEqualTo(new Stock(7, 7, 0));
		assertThat(this.clerk.visitor().get("/stock/" + sku).send().json().path("locations"))
			.extracting(there -> there.path("location").asString() + there.path("reserved").asLong())
			.containsExactly("attic4", "main3");
	}

	@Test
	void shipsFromWhereverItIsReservedAndTakesBackWhereItArrives() {
		var sku = this.clerk.offers("Cup", 100, 3);
		this.clerk.receive(sku, 2, "attic").expect(200);
		var desk = this.shop.desk();
		var order = desk.pays(this.shop.buyer().buys(Basket.of(sku, 5)));

		desk.ships(order, Desk.line(1, 4));
		eventually(() -> assertThat(this.clerk.stock(sku)).isEqualTo(new Stock(1, 1, 0)));
		desk.ships(order);
		desk.delivers(order);
		this.shop.history().received(sku, 2);
		desk.visitor()
			.post("/orders/" + order.id() + "/return")
			.json(map("location", "returns", "lines", List.of(Desk.line(1, 2), Desk.writtenOff(1, 1, "broken"))))
			.send()
			.expect(200);

		eventually(() -> assertThat(this.clerk.visitor().get("/stock/" + sku).send().json().path("locations"))
			.extracting(there -> there.path("location").asString() + there.path("onHand").asLong())
			.containsExactly("attic0", "main0", "returns2"));
	}

	@Test
	void believesAParcelThatLeftWhileItsStockWasCountedAway() {
		var skus = this.clerk.offersSeveral(6, 100, 2);
		var orders = skus.stream()
			.map(sku -> this.shop.desk().pays(this.shop.buyer().buys(Basket.of(sku, 2))))
			.toList();

		new Crowd(12, 12).each(number -> (number % 2 == 0) ? this.shop.desk().ship(orders.get(number / 2)).status()
				: this.clerk.adjust(skus.get(number / 2), -1, true).status());

		eventually(() -> assertThat(orders).allSatisfy(order -> {
			var status = this.shop.buyer().looksAt(order).status();
			assertThat(status).isIn("SHIPPED", "CANCELLED");
			var left = this.clerk.stock(skus.get(orders.indexOf(order)));
			assertThat(left.reserved()).isZero();
			assertThat(left.onHand()).isBetween(status.equals("SHIPPED") ? 0L : 1L, 1L);
		}));
	}

	@Test
	void showsWhatGotLostBetweenLocations() {
		var sku = this.clerk.offers("Cup", 100, 10);
		this.shop.buyer().buys(Basket.of(sku, 4));

		var transfer = this.clerk.sends(sku, "main", "shop", 6);

		assertThat(this.clerk.stock(sku)).isEqualTo(new Stock(4, 4, 0));
		assertThat(this.clerk.visitor().get("/stock/" + sku).send().number("/inTransit")).isEqualTo(6);
		assertThat(this.shop.buyer().buys(Basket.of(sku, 1)).status()).isEqualTo("REJECTED");

		var received = this.clerk.arrives(transfer, 5).expect(200);
		assertThat(received.text("/status")).isEqualTo("RECEIVED");
		assertThat(received.number("/discrepancy")).isEqualTo(-1);
		this.clerk.arrives(transfer, 5).expect(409);
		assertThat(this.clerk.stock(sku)).isEqualTo(new Stock(9, 4, 5));
		assertThat(this.shop.buyer().buys(Basket.of(sku, 5)).status()).isEqualTo("CONFIRMED");
	}

	@Test
	void revokesTheYoungestReservationWhenStockIsCorrectedByForce() {
		var sku = this.clerk.offers("Cup", 100, 10);
		var buyer = this.shop.buyer();
		var older = buyer.buys(Basket.of(sku, 4));
		var younger = buyer.buys(Basket.of(sku, 4));
		this.shop.history().cancels(younger.id());

		this.clerk.adjust(sku, -5, true).expect(200, 201);

		eventually(() -> {
			assertThat(buyer.looksAt(younger).status()).isEqualTo("CANCELLED");
			assertThat(buyer.looksAt(older).status()).isEqualTo("CONFIRMED");
			assertThat(this.clerk.stock(sku)).isEqualTo(new Stock(5, 4, 1));
		});
	}

	@Test
	void remembersWhatTherWasAtAnyMoment() throws InterruptedException {
		var sku = this.clerk.offers("Cup", 100, 10);
		Thread.sleep(20);
		var between = Instant.now();
		Thread.sleep(20);
		this.clerk.receive(sku, 5).expect(200, 201);

		var then = this.clerk.visitor().get("/stock/" + sku + "?at=" + between).send().expect(200);

		assertThat(Stock.of(then.json())).isEqualTo(new Stock(10, 0, 10));
		assertThat(this.clerk.stock(sku)).isEqualTo(new Stock(15, 0, 15));
	}

	@Test
	void refusesMovementsThatMakeNoSense() {
		var sku = this.clerk.offers("Cup", 100, 1);
		var receipts = "/stock/" + sku + "/receipts";

		this.clerk.visitor().post(receipts).json(map("quantity", 0, "reason", "none")).send().expectFault("/quantity");
		this.clerk.visitor().post(receipts).json(map("quantity", -1, "reason", "none")).send().expectFault("/quantity");
		this.clerk.visitor()
			.post("/stock/" + sku + "/adjustments")
			.json(map("quantity", 0, "reason", "none"))
			.send()
			.expectFault("/quantity");
		this.clerk.adjust(sku, -2, false).expect(409);
		this.clerk.receive(Shop.unique("unknown"), 1).expect(404);

		assertThat(this.clerk.stock(sku)).isEqualTo(new Stock(1, 0, 1));
	}

}
