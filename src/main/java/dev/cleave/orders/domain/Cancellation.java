package dev.cleave.orders.domain;

import java.util.List;

/// What became of the wish to call an order off.
public sealed interface Cancellation {

	record Cancelled(PlacedOrder order) implements Cancellation {

	}

	/// There is no such order, as far as the caller may know.
	record Unknown() implements Cancellation {

	}

	/// The order is not in the version that the caller has seen.
	record Stale() implements Cancellation {

	}

	/// Only staff may call the order off where it stands.
	record StaffOnly(OrderStatus status) implements Cancellation {

	}

	/// @param legal the moves that the order can make
	record Illegal(OrderStatus status, List<Move> legal) implements Cancellation {

	}

}
