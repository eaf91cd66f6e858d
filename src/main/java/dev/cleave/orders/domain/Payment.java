package dev.cleave.orders.domain;

/// What became of a payment.
public sealed interface Payment
		permits Payment.Paid, Payment.Late, Payment.Known, Payment.ReferenceTaken, Payment.WrongAmount, Standstill {

	record Paid(PlacedOrder order) implements Payment {

	}

	/// Nobody waited for it: it is recorded and due to be given back.
	record Late(PlacedOrder order) implements Payment {

	}

	/// It was recorded before; nothing has changed.
	record Known(PlacedOrder order) implements Payment {

	}

	/// Another order was paid under its reference.
	record ReferenceTaken() implements Payment {

	}

	/// @param total what has to be paid at once
	record WrongAmount(Price total) implements Payment {

	}

}
