package dev.cleave.acceptance;

import java.util.Map;

/// Somebody who looks after orders once they are placed: books their money and gives it back.
record Desk(Shop shop, Visitor visitor) {

	/// Books the order's whole price under a reference that nobody else uses.
	Order pays(Order order) {
		return Order.in(pay(order, Shop.unique("payment"), order.total()).expect(200));
	}

	Answer pay(Order order, String reference, long amount) {
		return post(order, "payment", Json.map("paymentReference", reference, "amount", Json.money(amount)));
	}

	/// Gives back whatever is due.
	Order refunds(Order order) {
		return Order.in(refund(order, Shop.unique("refund")).expect(200));
	}

	Answer refund(Order order, String reference) {
		return post(order, "refund", Json.map("refundReference", reference));
	}

	Answer refund(Order order, String reference, long amount) {
		return post(order, "refund", Json.map("refundReference", reference, "amount", Json.money(amount)));
	}

	Answer cancel(Order order, String reason) {
		this.shop.history().cancels(order.id());
		return post(order, "cancellation", Json.map("reason", reason));
	}

	private Answer post(Order order, String move, Map<String, Object> body) {
		return this.visitor.post("/orders/" + order.id() + "/" + move).json(body).send();
	}

}
