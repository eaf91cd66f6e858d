package dev.cleave.inventory.domain;

import java.time.Instant;
import java.util.List;

/// What became of a booking.
public sealed interface BookingOutcome {

	/// @param versionBefore version of the product's stock before the movement
	/// @param time of the movement
	record Booked(StockFigures figures, long versionBefore, Instant time) implements BookingOutcome {
	}

	record UnknownProduct() implements BookingOutcome {
	}

	/// Less would be there than is reserved.
	///
	/// @param concerned the youngest reservations, as many as stand in the way
	record Reserved(StockFigures.AtLocation there, List<Concerned> concerned) implements BookingOutcome {
	}

	/// Less than nothing would be there.
	record BelowZero(StockFigures.AtLocation there) implements BookingOutcome {
	}

}
