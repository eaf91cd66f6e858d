package dev.cleave.orders.domain;

/// What became of the wish to call an order off.
public sealed interface Cancellation permits Cancellation.Cancelled, Cancellation.StaffOnly, Standstill {

	record Cancelled(PlacedOrder order) implements Cancellation {

	}

	/// Only staff may call the order off where it stands.
	record StaffOnly(OrderStatus status) implements Cancellation {

	}

}
