package dev.cleave.orders.domain;

import java.util.List;

/// What became of the wish to place an order.
public sealed interface Placement {

	record Placed(PlacedOrder order) implements Placement {

	}

	/// Its reference belongs to another order already.
	record ReferenceTaken(PlacedOrder first) implements Placement {

	}

	/// More than one customer may have.
	///
	/// @param detail says what to do
	record Limited(String code, String detail) implements Placement {

	}

	record Invalid(List<LineFault> faults) implements Placement {

	}

}
