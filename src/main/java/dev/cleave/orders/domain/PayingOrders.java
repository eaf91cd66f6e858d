package dev.cleave.orders.domain;

import java.time.Clock;
import java.util.List;

import dev.cleave.orders.domain.Till.Entry;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes the money for an order. What nobody waits for is recorded all the same, as it has been taken, and is due to be
/// given back.
@Service
public class PayingOrders {

	private final HeldOrders orders;

	private final Till till;

	private final Moves moves;

	private final PlacedOrders placed;

	private final Clock clock;

	PayingOrders(HeldOrders orders, Till till, Moves moves, PlacedOrders placed, Clock clock) {
		this.orders = orders;
		this.till = till;
		this.moves = moves;
		this.placed = placed;
		this.clock = clock;
	}

	/// @param reference of the payment, as whoever took the money calls it
	/// @param amount that was taken
	@Transactional("orders")
	public Payment pay(Wish wish, String reference, Price amount) {
		var found = this.orders.hold(wish);
		if (found.isEmpty()) {
			return new Standstill.Unknown();
		}
		var order = found.get();
		var known = this.till.payment(reference);
		if (known.isPresent()) {
			return repeated(known.get(), order, amount, wish);
		}
		if (!wish.seen().test(order.version())) {
			return new Standstill.Stale();
		}
		if (!amount.equals(order.total())) {
			return new Payment.WrongAmount(order.total());
		}
		return pay(order, reference, wish);
	}

	private Payment pay(Order order, String reference, Wish wish) {
		var inTime = order.can(Move.PAY);
		if (!inTime && !order.can(Move.PAY_LATE)) {
			return order.refuses(Move.PAY);
		}
		var at = this.clock.instant();
		var actor = wish.who().id();
		if (!this.till.takes(reference, new Entry(order.id(), order.total().amount()), !inTime, at, actor)) {
			return new Payment.ReferenceTaken();
		}
		var occasion = Occasion.wish(at, actor);
		if (inTime) {
			order.pay(occasion);
		}
		else {
			order.payLate(order.total(), occasion);
		}
		this.moves.keep(List.of(order));
		var now = this.placed.find(wish.order(), wish.who()).orElseThrow();
		return inTime ? new Payment.Paid(now) : new Payment.Late(now);
	}

	private Payment repeated(Entry known, Order order, Price amount, Wish wish) {
		if (known.isOf(order, amount)) {
			return new Payment.Known(this.placed.find(wish.order(), wish.who()).orElseThrow());
		}
		return known.isOf(order, null) ? new Payment.WrongAmount(order.total()) : new Payment.ReferenceTaken();
	}

}
