package dev.cleave.acceptance;

import java.util.List;

import org.junit.jupiter.api.Test;

import static dev.cleave.acceptance.Json.map;
import static org.assertj.core.api.Assertions.assertThat;

/// What becomes of an order after it is confirmed.
@AcceptanceTest
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
