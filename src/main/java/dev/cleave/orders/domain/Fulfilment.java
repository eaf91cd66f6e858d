package dev.cleave.orders.domain;

import java.util.List;

/// What became of the wish to ship, deliver or take back a part of an order.
public sealed interface Fulfilment permits Fulfilment.Done, Fulfilment.Excessive, Fulfilment.NothingLeft, Standstill {

	record Done(PlacedOrder order) implements Fulfilment {

	}

	/// More was wanted of some lines than they have left.
	record Excessive(List<LineFault> faults) implements Fulfilment {

	}

	/// All that could come as far has done so before.
	record NothingLeft() implements Fulfilment {

	}

}
