package dev.cleave.inventory.domain;

/// What became of the receipt of a transfer.
public sealed interface ReceiptOutcome {

	record Received(Transfer transfer) implements ReceiptOutcome {
	}

	record UnknownTransfer() implements ReceiptOutcome {
	}

	record ReceivedBefore(Transfer transfer) implements ReceiptOutcome {
	}

	/// So many more than were sent can't have arrived.
	record TooMany(long most) implements ReceiptOutcome {
	}

}
