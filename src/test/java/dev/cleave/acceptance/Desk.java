package dev.cleave.acceptance;

import java.util.List;
import java.util.Map;

/// Somebody who looks after orders once they are placed: books their money, lets them leave and takes them back.
record Desk(Shop shop, Visitor visitor) {

	/// So many units of a line of an order, counted from 1.
	static Map<String, Object> line(int line, long quantity) {
		return Json.map("line", line, "quantity", quantity);
	}

	/// The same, of units that came back and can't be sold again.
	static Map<String, Object> writtenOff(int line, long quantity, String why) {
		return Json.map("line", line, "quantity", quantity, "writeOff", why);
	}

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

	/// Ships these lines, or all that is left when none are named.
	@SafeVarargs
	final Order ships(Order order, Map<String, Object>... lines) {
		return Order.in(ship(order, lines).expect(200));
	}

	@SafeVarargs
	final Answer ship(Order order, Map<String, Object>... lines) {
		return post(order, "shipment", parts(lines));
	}

	/// Writes down that these lines have arrived, or all that was shipped when none are
	/// named.
	@SafeVarargs
	final Order delivers(Order order, Map<String, Object>... lines) {
		return Order.in(deliver(order, lines).expect(200));
	}

	@SafeVarargs
	final Answer deliver(Order order, Map<String, Object>... lines) {
		return post(order, "delivery", parts(lines));
	}

	/// Takes these lines back, or all that was delivered when none are named.
	@SafeVarargs
	final Order takesBack(Order order, Map<String, Object>... lines) {
		return Order.in(takeBack(order, lines).expect(200));
	}

	@SafeVarargs
	final Answer takeBack(Order order, Map<String, Object>... lines) {
		if (lines.length == 0) {
			order.lines()
				.forEach((line) -> this.shop.history()
					.received(line.path("sku").asString(), line.path("quantity").asLong()));
		}
		for (var line : lines) {
			var number = ((Number) line.get("line")).intValue();
			if (number <= order.lines().size() && !line.containsKey("writeOff")) {
				this.shop.history()
					.received(order.lines().get(number - 1).path("sku").asString(),
							((Number) line.get("quantity")).longValue());
			}
		}
		return post(order, "return", parts(lines));
	}

	Answer cancel(Order order, String reason) {
		this.shop.history().cancels(order.id());
		return post(order, "cancellation", Json.map("reason", reason));
	}

	@SafeVarargs
	private static Map<String, Object> parts(Map<String, Object>... lines) {
		return (lines.length == 0) ? Json.map() : Json.map("lines", List.of(lines));
	}

	private Answer post(Order order, String move, Map<String, Object> body) {
		return this.visitor.post("/orders/" + order.id() + "/" + move).json(body).send();
	}

}
