package dev.cleave.orders.domain;

import java.util.List;

/// Why an order stays as it is, whatever was wanted of it.
public sealed interface Standstill extends Cancellation, Checkout, Fulfilment, Payment, Refund {

	/// There is no such order, as far as the caller may know.
	record Unknown() implements Standstill {

	}

	/// The order is not in the version that the caller has seen.
	record Stale() implements Standstill {

	}

	/// @param move that was wanted
	/// @param legal the moves that the order can make
	record Illegal(Move move, OrderStatus status, List<Move> legal) implements Standstill {

	}

}
