package dev.cleave.inventory.domain;

import java.time.Instant;

/// What is on a shelf after so many movements.
///
/// @param onHand units that are there
/// @param reserved units of those that are promised to somebody
/// @param sequence number of the last movement, from 1 without gaps; 0 before the first
/// @param movedAt time of the last movement
record Balance(long onHand, long reserved, long sequence, Instant movedAt) {

	Balance {
		if (reserved < 0 || reserved > onHand) {
			throw new IllegalArgumentException("%d of %d can't be reserved".formatted(reserved, onHand));
		}
	}

	long available() {
		return this.onHand - this.reserved;
	}

	/// Clocks of a database may jump back; the time of a shelf's movements does not.
	Balance after(MovementType type, long quantity, Instant now) {
		return new Balance(Math.addExact(this.onHand, type.onHandDelta(quantity)),
				Math.addExact(this.reserved, type.reservedDelta(quantity)), this.sequence + 1,
				now.isAfter(this.movedAt) ? now : this.movedAt);
	}

}
