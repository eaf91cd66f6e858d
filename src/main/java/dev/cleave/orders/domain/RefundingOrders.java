package dev.cleave.orders.domain;

import java.time.Clock;
import java.util.List;

import dev.cleave.orders.domain.Till.Entry;
import dev.cleave.platform.audit.AuditTrail;
import dev.cleave.platform.audit.Deed;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Writes down that all that was due to be given back for an order has been given back.
@Service
public class RefundingOrders {

	private final HeldOrders orders;

	private final Till till;

	private final Moves moves;

	private final PlacedOrders placed;

	private final Clock clock;

	private final AuditTrail audit;

	RefundingOrders(HeldOrders orders, Till till, Moves moves, PlacedOrders placed, Clock clock, AuditTrail audit) {
		this.orders = orders;
		this.till = till;
		this.moves = moves;
		this.placed = placed;
		this.clock = clock;
		this.audit = audit;
	}

	/// @param reference of the refund, as whoever gave the money back calls it
	/// @param amount that was given back; null for whatever is due
	@Transactional("orders")
	public Refund refund(Wish wish, String reference, @Nullable Price amount) {
		var found = this.orders.hold(wish);
		if (found.isEmpty()) {
			return new Standstill.Unknown();
		}
		var order = found.get();
		var known = this.till.refund(reference);
		if (known.isPresent()) {
			return repeated(known.get(), order, amount, wish);
		}
		if (!wish.seen().test(order.version())) {
			return new Standstill.Stale();
		}
		if (order.refundDue().amount() == 0) {
			return new Refund.NothingDue();
		}
		if (amount != null && !amount.equals(order.refundDue())) {
			return new Refund.WrongAmount(order.refundDue());
		}
		return refund(order, reference, wish);
	}

	private Refund refund(Order order, String reference, Wish wish) {
		var at = this.clock.instant();
		var actor = wish.who().id();
		var due = order.refundDue();
		if (!this.till.gives(reference, new Entry(order.id(), due.amount()), at, actor)) {
			return new Refund.ReferenceTaken();
		}
		this.audit.record(Deed.done("order.refunded", "order:" + wish.order())
			.with("by", actor)
			.with("amount", due.amount())
			.with("currency", due.currency()));
		order.refund(Occasion.wish(at, actor));
		this.moves.keep(List.of(order));
		return new Refund.Refunded(this.placed.find(wish.order(), wish.who()).orElseThrow());
	}

	private Refund repeated(Entry known, Order order, @Nullable Price amount, Wish wish) {
		if (known.isOf(order, amount)) {
			return new Refund.Known(this.placed.find(wish.order(), wish.who()).orElseThrow());
		}
		return known.isOf(order, null) ? new Refund.WrongAmount(new Price(known.amount(), order.total().currency()))
				: new Refund.ReferenceTaken();
	}

}
