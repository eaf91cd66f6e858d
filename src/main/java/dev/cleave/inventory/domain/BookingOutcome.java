package dev.cleave.inventory.domain;

import java.util.List;

/// What became of a booking.
public sealed interface BookingOutcome {

	/// @param versionBefore version of the product's stock before the movement
	record Booked(StockFigures figures, long versionBefore) implements BookingOutcome {
	}

	record UnknownProduct() implements BookingOutcome {
	}

	/// Less would be there than is reserved.
	///
	/// @param concerned the youngest reservations, as many as stand in the way
	record Reserved(StockFigures figures, List<Concerned> concerned) implements BookingOutcome {
	}

	/// Less than nothing would be there.
	record BelowZero(StockFigures figures) implements BookingOutcome {
	}

}
