package dev.cleave.inventory.domain;

import java.time.Instant;

/// What is on a shelf after so many movements.
///
/// @param onHand units that are there
/// @param reserved units of those that are promised to somebody
/// @param sequence number of the last movement, from 1 without gaps; 0 before the first
/// @param movedAt time of the last movement
/// @param head hash of the last movement, which the next one will follow
record Balance(long onHand, long reserved, long sequence, Instant movedAt, String head) {

	Balance {
		if (reserved < 0 || reserved > onHand) {
			throw new IllegalArgumentException("%d of %d can't be reserved".formatted(reserved, onHand));
		}
	}

	/// Of a shelf whose past does not matter.
	Balance(long onHand, long reserved, long sequence, Instant movedAt) {
		this(onHand, reserved, sequence, movedAt, Chain.START);
	}

	long available() {
		return this.onHand - this.reserved;
	}

	/// Clocks of a database may jump back; the time of a shelf's movements does not.
	Balance after(MovementType type, Shelf shelf, long quantity, Voucher voucher, Instant now) {
		var after = new Balance(Math.addExact(this.onHand, type.onHandDelta(quantity)),
				Math.addExact(this.reserved, type.reservedDelta(quantity)), this.sequence + 1,
				now.isAfter(this.movedAt) ? now : this.movedAt, this.head);
		return after.linked(LedgerRow.of(shelf, type, quantity, after, voucher));
	}

	private Balance linked(LedgerRow row) {
		return new Balance(this.onHand, this.reserved, this.sequence, this.movedAt, Chain.next(this.head, row));
	}

}
