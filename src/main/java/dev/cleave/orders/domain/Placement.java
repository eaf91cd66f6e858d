package dev.cleave.orders.domain;

import java.util.List;

/// What became of the wish to place an order.
public sealed interface Placement {

	record Placed(PlacedOrder order) implements Placement {

	}

	/// Its reference belongs to another order already.
	record ReferenceTaken(PlacedOrder first) implements Placement {

	}

	record Invalid(List<LineFault> faults) implements Placement {

	}

}
