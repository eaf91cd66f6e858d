package dev.cleave.orders.domain;

import java.util.function.LongPredicate;

import dev.cleave.orders.OrderId;

/// Somebody wants something done with an order.
///
/// @param who as far as they may see the order they may ask for its moves
/// @param seen whether the order may be in this version
public record Wish(OrderId order, Reader who, LongPredicate seen) {

	/// Of somebody who may see all orders and has not looked at this one.
	public static Wish blind(OrderId order, String actor) {
		return new Wish(order, new Reader(actor, true), version -> true);
	}

}
