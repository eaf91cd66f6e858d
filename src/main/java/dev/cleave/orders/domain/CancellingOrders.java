package dev.cleave.orders.domain;

import java.time.Clock;
import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Calls an order off and gives back what is reserved for it.
@Service
public class CancellingOrders {

	private final HeldOrders orders;

	private final Moves moves;

	private final PlacedOrders placed;

	private final Clock clock;

	CancellingOrders(HeldOrders orders, Moves moves, PlacedOrders placed, Clock clock) {
		this.orders = orders;
		this.moves = moves;
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
		order.cancel(reason, Occasion.wish(this.clock.instant(), wish.who().id()));
		this.moves.keep(List.of(order));
		return new Cancellation.Cancelled(this.placed.find(wish.order(), wish.who()).orElseThrow());
	}

}
