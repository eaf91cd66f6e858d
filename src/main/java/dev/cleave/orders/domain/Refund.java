package dev.cleave.orders.domain;

/// What became of the wish to give money back.
public sealed interface Refund permits Refund.Refunded, Refund.Known, Refund.ReferenceTaken, Refund.WrongAmount,
		Refund.NothingDue, Standstill {

	record Refunded(PlacedOrder order) implements Refund {

	}

	/// It was recorded before; nothing has changed.
	record Known(PlacedOrder order) implements Refund {

	}

	/// Another order's money was given back under its reference.
	record ReferenceTaken() implements Refund {

	}

	/// @param due what has to be given back at once
	record WrongAmount(Price due) implements Refund {

	}

	record NothingDue() implements Refund {

	}

}
