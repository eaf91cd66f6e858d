package dev.cleave.inventory.domain;

/// What became of a dispatch.
public sealed interface DispatchOutcome {

	/// @param stockVersionBefore version of the product's stock before the units left
	record Sent(Transfer transfer, long stockVersionBefore) implements DispatchOutcome {
	}

	/// They could not be taken off the shelf.
	record NotThere(BookingOutcome why) implements DispatchOutcome {
	}

}
