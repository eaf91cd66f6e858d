package dev.cleave.orders.domain;

import java.time.Clock;
import java.util.List;
import java.util.function.LongPredicate;

import dev.cleave.orders.OrderId;

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

	/// @param expected whether the order may be in this version
	@Transactional("orders")
	public Cancellation cancel(OrderId id, Reader who, String reason, LongPredicate expected) {
		var found = this.orders.hold(id.value(), who.id(), who.seesAll());
		if (found.isEmpty()) {
			return new Cancellation.Unknown();
		}
		var order = found.get();
		if (!expected.test(order.version())) {
			return new Cancellation.Stale();
		}
		if (!order.can(Move.CANCEL)) {
			return new Cancellation.Illegal(order.status(), StateMachine.movesFrom(order.status()));
		}
		if (order.status() == OrderStatus.PAID && !who.seesAll()) {
			return new Cancellation.StaffOnly(order.status());
		}
		order.cancel(reason, Occasion.wish(this.clock.instant(), who.id()));
		this.moves.keep(List.of(order));
		return new Cancellation.Cancelled(this.placed.find(id, who).orElseThrow());
	}

}
