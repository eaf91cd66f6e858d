package dev.cleave.acceptance;

import dev.cleave.checker.History.Placement;

/// Somebody who buys. Everything that the shop tells a buyer is written down for the checker.
final class Buyer {

	private final Shop shop;

	private final Visitor visitor;

	private final Patience patience;

	Buyer(Shop shop, Visitor visitor) {
		this(shop, visitor, Patience.DEFAULT);
	}

	private Buyer(Shop shop, Visitor visitor, Patience patience) {
		this.shop = shop;
		this.visitor = visitor;
		this.patience = patience;
	}

	/// The same buyer, who does not give up so soon.
	Buyer with(Patience other) {
		return new Buyer(this.shop, this.visitor, other);
	}

	Visitor visitor() {
		return this.visitor;
	}

	/// Orders, and waits until the order is settled.
	Order buys(Basket basket) {
		return Order.in(place(basket, 10).expect(201));
	}

	/// Orders, and does not wait.
	Order places(Basket basket) {
		return Order.in(place(basket, 0).expect(201));
	}

	/// Orders, and takes whatever the answer is.
	Answer place(Basket basket, int waitSeconds) {
		var known = basket.withReference();
		var call = this.visitor.post("/orders").json(known.json());
		if (waitSeconds > 0) {
			call.waiting(waitSeconds);
		}
		if (!this.shop.position().isEmpty()) {
			call.header("Cleave-Position", this.shop.position());
		}
		var placement = this.shop.history().begin(call.key(), known.reference().orElseThrow(), known.lines());
		return told(placement, call);
	}

	// A 503 that does not say that nothing was done, or no answer at all, leaves the
	// outcome unknown.
	private Answer told(Placement placement, Call call) {
		var answer = this.patience.insist(call.timeout(this.patience.timeout()));
		switch (answer.status()) {
			case 200, 201 -> placement.acknowledged(answer.text("/id"), answer.text("/status"));
			default -> {
				if (answer.status() != 503 || "none".equals(answer.header("Cleave-Outcome"))) {
					placement.refused();
				}
			}
		}
		return answer;
	}

	Order looksAt(Order order) {
		var answer = this.visitor.get("/orders/" + order.id()).send().expect(200);
		this.shop.history().saw(answer.text("/id"), answer.text("/status"), answer.number("/version"));
		return Order.in(answer);
	}

	/// Looks again until the order is settled.
	Order awaitsSettlement(Order order) {
		var current = order;
		for (var attempts = 0; current.status().equals("PENDING") && attempts < 500; attempts++) {
			sleepBriefly();
			current = looksAt(order);
		}
		return current;
	}

	Answer cancel(Order order, String reason) {
		this.shop.history().cancels(order.id());
		return this.patience
			.insist(this.visitor.post("/orders/" + order.id() + "/cancellation").json(Json.map("reason", reason)));
	}

	private static void sleepBriefly() {
		try {
			Thread.sleep(20);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
