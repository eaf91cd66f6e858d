package dev.cleave.orders.domain;

import java.time.Clock;
import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Calls an order off and gives back what is reserved for it.
@Service
public class CancellingOrders {

	private static final String OWN_WISH = "called off by its owner";

	private final HeldOrders orders;

	private final Moves moves;

	private final Remarks remarks;

	private final PlacedOrders placed;

	private final Clock clock;

	CancellingOrders(HeldOrders orders, Moves moves, Remarks remarks, PlacedOrders placed, Clock clock) {
		this.orders = orders;
		this.moves = moves;
		this.remarks = remarks;
		this.placed = placed;
		this.clock = clock;
	}

	@Transactional("orders")
	public Cancellation cancel(Wish wish, String reason) {
		var found = this.orders.hold(wish);
		if (found.isEmpty()) {
			return new Standstill.Unknown();
		}
		var order = found.get();
		if (!wish.seen().test(order.version())) {
			return new Standstill.Stale();
		}
		if (!order.can(Move.CANCEL)) {
			return order.refuses(Move.CANCEL);
		}
		if (order.status() == OrderStatus.PAID && !wish.who().seesAll()) {
			return new Cancellation.StaffOnly(order.status());
		}
		cancel(order, wish.who(), reason);
		return new Cancellation.Cancelled(this.placed.find(wish.order(), wish.who()).orElseThrow());
	}

	/// What staff say is said in the name of the shop and told to others. What customers
	/// say stays here.
	private void cancel(Order order, Reader who, String reason) {
		order.cancel(who.seesAll() ? reason : OWN_WISH, Occasion.wish(this.clock.instant(), who.id()));
		this.moves.keep(List.of(order));
		if (!who.seesAll()) {
			this.remarks.add(order, reason);
		}
	}

}
