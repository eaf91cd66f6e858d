package dev.cleave.inventory.commands;

/// The conversation about one reservation. Its commands are heard in the order in which they were sent.
public sealed interface ReservationCommand permits ReserveStock, ReleaseStock, ShipStock, ReturnStock {

	/// The key that the asker chose; one reservation each.
	String reference();

}
