package dev.cleave.inventory.events;

/// What became of a reservation.
public sealed interface ReservationOutcome permits StockReserved, StockRefused, StockReleased, ReservationRevoked {

	/// The key that the asker chose.
	String reference();

}
