package dev.cleave.orders.domain;

/// What became of a notice of the payment provider.
public sealed interface Hearing {

	/// It need not be told again.
	record Heard(Effect effect) implements Hearing {

	}

	/// There is no such order.
	record Unknown() implements Hearing {

	}

	/// The order can't be paid yet: it has to be told again.
	record TooEarly(OrderStatus status) implements Hearing {

	}

	/// The payment belongs to another order.
	record ReferenceTaken() implements Hearing {

	}

	record WrongAmount(Price expected) implements Hearing {

	}

	record NothingDue() implements Hearing {

	}

	enum Effect {

		PAID, REFUND_DUE, REFUNDED, NONE

	}

}
