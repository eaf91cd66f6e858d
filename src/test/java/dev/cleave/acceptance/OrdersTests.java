package dev.cleave.acceptance;

import java.time.Duration;
import java.util.List;

import dev.cleave.acceptance.Clerk.Stock;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static dev.cleave.acceptance.Eventually.eventually;
import static dev.cleave.acceptance.Json.map;
import static dev.cleave.acceptance.Json.money;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

@AcceptanceTest
@InSplit
class OrdersTests {

	private final Shop shop;

	private final Clerk clerk;

	private final Buyer buyer;

	OrdersTests(Shop shop) {
		this.shop = shop;
		this.clerk = shop.clerk();
		this.buyer = shop.buyer();
	}

	@Test
	void confirmsAnOrderOnceStockIsReserved() {
		var sku = this.clerk.offers("Rose", 250, 10);

		var answer = this.buyer.place(Basket.of(sku, 3).with("country", "France"), 10).expect(201);

		var order = Order.in(answer);
		assertThat(order.status()).isEqualTo("CONFIRMED");
		assertThat(order.total()).isEqualTo(750);
		assertThat(answer.text("/total/currency")).isEqualTo("GBP");
		assertThat(answer.text("/country")).isEqualTo("France");
		assertThat(answer.text("/paymentTerms")).isEqualTo("PREPAID");
		assertThat(answer.text("/lines/0/sku")).isEqualTo(sku);
		assertThat(answer.text("/lines/0/name")).isEqualTo("Rose");
		assertThat(answer.number("/lines/0/quantity")).isEqualTo(3);
		assertThat(answer.number("/lines/0/unitPrice/amount")).isEqualTo(250);
		assertThat(answer.number("/lines/0/total/amount")).isEqualTo(750);
		assertThat(answer.header("Preference-Applied")).isEqualTo("wait=10");
		assertThat(answer.header("Location")).endsWith("/api/v1/orders/" + order.id());
		assertThat(this.buyer.looksAt(order).json()).isEqualTo(order.json());
	}

	@Test
	void settlesAnOrderWithinASecond() {
		var sku = this.clerk.offers("Rose", 250, 10);
		this.buyer.buys(Basket.of(sku, 1));

		var order = this.buyer.places(Basket.of(sku, 1));

		Eventually.within(Duration.ofSeconds(1),
				() -> assertThat(this.buyer.looksAt(order).status()).isEqualTo("CONFIRMED"));
	}

	@Test
	void rejectsAnOrderThatStockDoesNotCoverAndSaysWhatIsShort() {
		var sku = this.clerk.offers("Rose", 250, 2);

		var order = this.buyer.buys(Basket.of(sku, 3));

		assertThat(order.status()).isEqualTo("REJECTED");
		var shortage = order.json().at("/rejection/shortages/0");
		assertThat(order.json().at("/rejection/reason").asString()).isNotBlank();
		assertThat(shortage.path("sku").asString()).isEqualTo(sku);
		assertThat(shortage.path("requested").asLong()).isEqualTo(3);
		assertThat(shortage.path("available").asLong()).isEqualTo(2);
		assertThat(this.clerk.stock(sku)).isEqualTo(new Stock(2, 0, 2));
	}

	@Test
	void reservesAllLinesOrNone() {
		var skus = this.clerk.offersSeveral(3, 100, 5);

		var order = this.buyer.buys(Basket.of(skus.get(0), 5).and(skus.get(1), 6).and(skus.get(2), 1));

		assertThat(order.status()).isEqualTo("REJECTED");
		assertThat(order.json().at("/rejection/shortages").size()).isOne();
		skus.forEach((sku) -> assertThat(this.clerk.stock(sku)).isEqualTo(new Stock(5, 0, 5)));
	}

	@Test
	void takesTheSameSkuOnSeveralLines() {
		var sku = this.clerk.offers("Rose", 100, 5);

		var fitting = this.buyer.buys(Basket.of(sku, 2).and(sku, 3));
		var tooMany = this.buyer.buys(Basket.of(sku, 1));

		assertThat(fitting.status()).isEqualTo("CONFIRMED");
		assertThat(fitting.lines()).hasSize(2);
		assertThat(fitting.total()).isEqualTo(500);
		assertThat(tooMany.status()).isEqualTo("REJECTED");
		assertThat(this.clerk.stock(sku)).isEqualTo(new Stock(5, 5, 0));
	}

	@Test
	void refusesBasketsThatMakeNoSense() {
		var sku = this.clerk.offers("Rose", 100, 5);

		this.buyer.place(Basket.of(sku, 1).and(Shop.unique("unknown"), 1), 0).expectFault("/lines/1/sku");
		this.buyer.place(Basket.of(sku, 0), 0).expectFault("/lines/0/quantity");
		this.buyer.visitor().post("/orders").json(map("lines", List.of())).send().expectFault("/lines");
		this.buyer.visitor().post("/orders").json(map()).send().expectFault("/lines");
	}

	@Test
	void takesOnlyOneCurrencyInAnOrder() {
		var pounds = this.clerk.offersSeveral(1, 100, 5).getFirst();
		var euros = Shop.unique("sku");
		this.clerk.put(euros, map("name", "Paid in euros", "price", map("amount", 100, "currency", "EUR"))).expect(201);

		this.buyer.place(Basket.of(euros, 1).and(pounds, 1), 0).expect(422);
	}

	@Test
	void letsOnlyMachinesAndStaffSetPricesCustomersAndTerms() {
		var sku = this.clerk.offers("Rose", 100, 5);
		var priced = map("lines", List.of(map("sku", sku, "quantity", 1, "unitPrice", money(1))));

		this.buyer.visitor().post("/orders").json(priced).send().expect(403, 422);
		this.buyer.place(Basket.of(sku, 1).with("customer", "somebody else"), 0).expect(403, 422);
		this.buyer.place(Basket.of(sku, 1).with("paymentTerms", "ACCOUNT"), 0).expect(403, 422);
		var forSomebody = this.shop.machineBuyer()
			.buys(Basket.of(sku, 1).with("customer", "somebody else").with("paymentTerms", "ACCOUNT"));
		var cheap = this.shop.machine("orders:write").post("/orders").json(priced).send().expect(201);

		assertThat(forSomebody.json().path("customer").asString()).isEqualTo("somebody else");
		assertThat(forSomebody.json().path("paymentTerms").asString()).isEqualTo("ACCOUNT");
		assertThat(Order.in(cheap).total()).isOne();
	}

	@Test
	void takesAReferenceOnlyOnce() {
		var sku = this.clerk.offers("Rose", 100, 5);
		var basket = Basket.of(sku, 1).withReference();
		var first = this.buyer.buys(basket);

		var second = this.buyer.place(basket, 0).expect(409);

		assertThat(second.text() + second.headers("Link")).contains(first.id());
		assertThat(this.clerk.stock(sku).reserved()).isOne();
	}

	@Test
	void givesTheStockBackWhenAnOrderIsCancelled() {
		var sku = this.clerk.offers("Rose", 100, 5);
		var order = this.buyer.buys(Basket.of(sku, 5));

		var cancelled = this.buyer.cancel(order, "changed my mind").expect(200);
		var again = this.buyer.cancel(order, "once more").expect(409);

		assertThat(cancelled.text("/status")).isEqualTo("CANCELLED");
		assertThat(again.text("/code")).isNotBlank();
		eventually(() -> assertThat(this.clerk.stock(sku)).isEqualTo(new Stock(5, 0, 5)));
		assertThat(this.buyer.buys(Basket.of(sku, 5)).status()).isEqualTo("CONFIRMED");
	}

	@Test
	void cancelsAnOrderThatIsNotSettledYet() {
		var sku = this.clerk.offers("Rose", 100, 5);

		for (var i = 0; i < 5; i++) {
			var order = this.buyer.places(Basket.of(sku, 5));
			this.buyer.cancel(order, "changed my mind").expect(200, 409);
			eventually(() -> assertThat(this.clerk.stock(sku)).isEqualTo(new Stock(5, 0, 5)));
			assertThat(this.buyer.looksAt(order).status()).isIn("CANCELLED", "REJECTED");
		}
	}

	@Test
	void tellsWhatHappenedToAnOrder() {
		var sku = this.clerk.offers("Rose", 100, 5);
		var order = this.buyer.buys(Basket.of(sku, 1));
		this.buyer.cancel(order, "changed my mind").expect(200);

		var timeline = this.buyer.visitor().get("/orders/" + order.id() + "/timeline").send().expect(200);

		assertThat(timeline.at("/items").values()).extracting((step) -> step.path("status").asString())
			.containsExactly("PENDING", "CONFIRMED", "CANCELLED");
	}

	@Test
	void listsACustomersOwnOrdersOnly() {
		var sku = this.clerk.offers("Rose", 100, 50);
		var buyer = this.shop.newBuyer();
		var mine = List.of(buyer.buys(Basket.of(sku, 1)), buyer.buys(Basket.of(sku, 2)),
				buyer.buys(Basket.of(sku, 60)));
		this.buyer.buys(Basket.of(sku, 1));

		assertThat(ids(buyer.visitor(), "/orders?limit=2"))
			.containsExactlyInAnyOrderElementsOf(mine.stream().map(Order::id).toList());
		assertThat(ids(buyer.visitor(), "/orders?status=REJECTED")).containsExactly(mine.getLast().id());
	}

	@Test
	void findsOrdersForStaff() {
		var sku = this.clerk.offers("Rose", 100, 50);
		var customer = Shop.unique("customer");
		var basket = Basket.of(sku, 1).with("customer", customer).withReference();
		var order = this.shop.machineBuyer().buys(basket);

		assertThat(ids(this.clerk.visitor(), "/orders?customer=" + customer)).containsExactly(order.id());
		assertThat(ids(this.clerk.visitor(), "/orders?reference=" + basket.reference().orElseThrow()))
			.containsExactly(order.id());
		assertThat(ids(this.clerk.visitor(), "/orders?customer=" + customer + "&status=CANCELLED")).isEmpty();
		assertThat(ids(this.clerk.visitor(), "/orders?customer=" + customer + "&from=2020-01-01&to=2020-01-02"))
			.isEmpty();
	}

	@Test
	void showsItsStateMachine() {
		var states = this.buyer.visitor().get("/orders/states").send().expect(200);

		assertThat(states.at("/states").values()).filteredOn((state) -> state.path("end").asBoolean())
			.extracting((state) -> state.path("status").asString())
			.containsExactlyInAnyOrder("REJECTED", "CANCELLED", "EXPIRED", "RETURNED");
		assertThat(states.at("/moves").values()).contains(Json.read("""
				{"move": "pay", "from": "CONFIRMED", "to": "PAID"}""".getBytes(UTF_8)));
	}

	private static List<String> ids(Visitor visitor, String path) {
		return Pages.all(visitor, path).stream().map((JsonNode order) -> order.path("id").asString()).toList();
	}

}
