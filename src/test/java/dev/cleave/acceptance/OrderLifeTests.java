package dev.cleave.acceptance;

import java.util.List;
import java.util.UUID;

import dev.cleave.acceptance.Clerk.Stock;
import org.junit.jupiter.api.Test;

import static dev.cleave.acceptance.Desk.line;
import static dev.cleave.acceptance.Desk.writtenOff;
import static dev.cleave.acceptance.Eventually.eventually;
import static dev.cleave.acceptance.Json.map;
import static org.assertj.core.api.Assertions.assertThat;

/// What becomes of an order after it is confirmed.
@AcceptanceTest
@InSplit
class OrderLifeTests {

	private final Shop shop;

	private final Clerk clerk;

	private final Buyer buyer;

	private final Desk desk;

	OrderLifeTests(Shop shop) {
		this.shop = shop;
		this.clerk = shop.clerk();
		this.buyer = shop.buyer();
		this.desk = shop.desk();
	}

	@Test
	void isPaidOnceUnderEachReference() {
		var order = bought(1);
		var reference = Shop.unique("payment");

		this.desk.pay(order, reference, order.total() + 1).expectFault("/amount");
		var paid = this.desk.pay(order, reference, order.total()).expect(200);
		var again = this.desk.pay(order, reference, order.total()).expect(200);

		assertThat(paid.text("/status")).isEqualTo("PAID");
		assertThat(again.json()).isEqualTo(paid.json());
		this.desk.pay(bought(1), reference, order.total()).expectProblem(409, "payment-reference-taken");
	}

	@Test
	void owesASecondPaymentUntilItIsGivenBack() {
		var order = bought(1);
		this.desk.pays(order);

		var late = this.desk.pay(order, Shop.unique("payment"), order.total()).expectProblem(409, "refund-due");
		var owed = this.buyer.looksAt(order);
		this.desk.refund(order, Shop.unique("refund"), 1).expectFault("/amount");
		var reference = Shop.unique("refund");
		var settled = this.desk.refund(order, reference).expect(200);

		assertThat(late.number("/refundDue/amount")).isEqualTo(order.total());
		assertThat(owed.json().at("/refundDue/amount").asLong()).isEqualTo(order.total());
		assertThat(settled.json().has("refundDue")).isFalse();
		assertThat(settled.text("/status")).isEqualTo("PAID");
		assertThat(this.desk.refund(order, reference).expect(200).json()).isEqualTo(settled.json());
		this.desk.refund(order, Shop.unique("refund")).expectProblem(409, "nothing-due");
		assertThat(timeline(order)).containsExactly("Placed", "Confirmed: all of it is reserved", "Paid 1.00 GBP",
				"Paid 1.00 GBP that nobody waited for, to be given back", "Gave back 1.00 GBP");
	}

	@Test
	void owesItsPriceWhenStaffCancelItAfterItWasPaid() {
		var order = bought(2);
		this.desk.pays(order);

		this.buyer.cancel(order, "changed my mind").expectProblem(403, "staff-only");
		var cancelled = this.desk.cancel(order, "changed his mind").expect(200);

		assertThat(cancelled.text("/status")).isEqualTo("CANCELLED");
		assertThat(cancelled.number("/refundDue/amount")).isEqualTo(200);
		assertThat(Pages.all(this.clerk.visitor(), "/orders?status=CANCELLED&refundDue=true"))
			.extracting((owed) -> owed.path("id").asString())
			.contains(order.id());
		this.desk.refunds(order);
		assertThat(Pages.all(this.clerk.visitor(), "/orders?status=CANCELLED&refundDue=true"))
			.extracting((owed) -> owed.path("id").asString())
			.doesNotContain(order.id());
	}

	@Test
	void owesWhatIsPaidAfterItWasCalledOff() {
		var order = bought(1);
		this.buyer.cancel(order, "found it second-hand").expect(200);

		this.desk.pay(order, Shop.unique("payment"), order.total()).expectProblem(409, "refund-due");

		assertThat(this.buyer.looksAt(order).json().at("/refundDue/amount").asLong()).isEqualTo(order.total());
		assertThat(this.desk.refunds(order).status()).isEqualTo("CANCELLED");
		assertThat(timeline(order)).contains("Cancelled by its owner: found it second-hand");
	}

	@Test
	void isWhollyMeantWhereNothingIsSaid() {
		var order = this.buyer.buys(Basket.of(this.clerk.offers("Pen", 100, 5), 2));
		this.desk.pays(order);

		for (var move : List.of("shipment", "delivery", "return", "refund")) {
			this.desk.visitor().post("/orders/" + order.id() + "/" + move).send().expect(200);
		}

		assertThat(this.buyer.looksAt(order).status()).isEqualTo("RETURNED");
		assertThat(this.buyer.looksAt(order).json().has("refundDue")).isFalse();
	}

	@Test
	void leavesArrivesAndComesBackInParts() {
		var skus = this.clerk.offersSeveral(2, 100, 5);
		var order = this.buyer.buys(Basket.of(skus.get(0), 3).and(skus.get(1), 2));
		this.desk.ship(order).expectProblem(409, "move-illegal");
		this.desk.pays(order);

		assertThat(this.desk.ships(order, line(1, 1), line(1, 1)).status()).isEqualTo("PARTLY_SHIPPED");
		this.desk.ship(order, line(2, 1), line(1, 2)).expectFault("/lines/1/quantity");
		this.desk.ship(order, line(3, 1)).expectFault("/lines/0/line");
		eventually(() -> assertThat(this.clerk.stock(skus.get(0))).isEqualTo(new Stock(3, 1, 2)));
		assertThat(this.desk.delivers(order).status()).isEqualTo("PARTLY_SHIPPED");
		this.desk.deliver(order).expectProblem(409, "nothing-left");
		assertThat(this.desk.ships(order).status()).isEqualTo("SHIPPED");
		eventually(() -> assertThat(this.clerk.stock(skus.get(0))).isEqualTo(new Stock(2, 0, 2)));

		this.desk.takeBack(order, line(1, 1)).expectProblem(409, "move-illegal");
		assertThat(this.desk.delivers(order, line(2, 1)).status()).isEqualTo("SHIPPED");
		assertThat(this.desk.delivers(order, line(1, 1), line(2, 1)).status()).isEqualTo("DELIVERED");
		var partly = this.desk.takesBack(order, line(1, 1), writtenOff(1, 1, "broken"));
		assertThat(partly.status()).isEqualTo("PARTLY_RETURNED");
		assertThat(partly.json().at("/refundDue/amount").asLong()).isEqualTo(200);
		assertThat(partly.lines().getFirst().path("returned").asLong()).isEqualTo(2);
		eventually(() -> assertThat(this.clerk.stock(skus.get(0))).isEqualTo(new Stock(3, 0, 3)));
		this.desk.refunds(order);
		assertThat(this.desk.takesBack(order).status()).isEqualTo("RETURNED");
		eventually(() -> assertThat(this.clerk.stock(skus.get(1))).isEqualTo(new Stock(5, 0, 5)));
		this.desk.refunds(order);

		assertThat(timeline(order)).containsExactly("Placed", "Confirmed: all of it is reserved", "Paid 5.00 GBP",
				"Shipped 2 of 5 units: line 1 × 1, line 1 × 1", "Delivered 2 of 5 units: line 1 × 2",
				"Shipped 3 of 5 units: line 1 × 1, line 2 × 2", "Delivered 1 of 5 units: line 2 × 1",
				"Delivered 2 of 5 units: line 1 × 1, line 2 × 1",
				"Took back 2 of 5 units: line 1 × 1, line 1 × 1 written off (broken)", "Gave back 2.00 GBP",
				"Took back 3 of 5 units: line 1 × 1, line 2 × 2", "Gave back 3.00 GBP");
	}

	@Test
	void isSentByThoseWhoMay() {
		var order = bought(1);
		this.desk.pays(order);
		var path = "/orders/" + order.id();

		this.buyer.visitor().post(path + "/shipment").json(map()).send().expect(403);
		this.shop.machine("payments:write").post(path + "/delivery").json(map()).send().expect(403);
		this.shop.stranger().post(path + "/return").json(map()).send().expect(401);
		var warehouse = this.shop.machine("orders:write");
		warehouse.post(path + "/shipment").json(map("lines", List.of())).send().expectFault("/lines");
		warehouse.post(path + "/shipment")
			.json(map("lines", List.of(line(1, 0))))
			.send()
			.expectFault("/lines/0/quantity");
		warehouse.post(path + "/shipment").json(map()).ifMatch("\"2\"").send().expectProblem(412, "version-stale");
		warehouse.post(path + "/shipment").json(map()).ifMatch("\"3\"").send().expect(200);
		warehouse.post("/orders/" + new UUID(0, 0) + "/shipment").json(map()).send().expect(404);
	}

	@Test
	void namesTheMovesThatItCanMake() {
		var order = bought(1);
		this.buyer.cancel(order, "changed my mind").expect(200);

		var problem = this.buyer.cancel(order, "once more").expectProblem(409, "move-illegal");

		assertThat(problem.text("/orderStatus")).isEqualTo("CANCELLED");
		assertThat(problem.at("/legalMoves").values()).extracting((move) -> move.asString())
			.containsExactly("pay_late", "refund");
	}

	@Test
	void isPaidByThoseWhoMayAndHaveSeenIt() {
		var order = bought(1);
		var payment = map("paymentReference", Shop.unique("payment"), "amount", Json.money(order.total()));
		var path = "/orders/" + order.id() + "/payment";

		this.buyer.visitor().post(path).json(payment).send().expect(403);
		this.shop.machine("orders:write").post(path).json(payment).send().expect(403);
		var till = this.shop.machine("payments:write");
		till.post(path).json(payment).ifMatch("\"1\"").send().expectProblem(412, "version-stale");
		till.post(path).json(payment).without("Idempotency-Key").send().expect(400);
		till.post(path).json(payment).ifMatch("\"2\"").send().expect(200);
	}

	/// An order that is CONFIRMED, at a pound apiece.
	private Order bought(long quantity) {
		return this.buyer.buys(Basket.of(this.clerk.offers("Rose", 100, quantity), quantity));
	}

	private List<String> timeline(Order order) {
		return this.buyer.visitor()
			.get("/orders/" + order.id() + "/timeline")
			.send()
			.expect(200)
			.at("/items")
			.values()
			.stream()
			.map((step) -> step.path("text").asString())
			.toList();
	}

}
