package dev.cleave.inventory.domain;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// What a reference holds, and how that ended. References are never used twice.
///
/// @param stored what the database holds under the reference: its state and whether it has lines there
/// @param held what it holds while it is open; kept afterwards to know what there is to remove
record Reservation(String reference, ReservationState state, @Nullable String reason, List<Held> held,
		@Nullable ReservationState stored) {

	static Reservation opened(String reference, List<Held> held) {
		return new Reservation(reference, ReservationState.OPEN, null, held, null);
	}

	static Reservation refused(String reference, String reason) {
		return new Reservation(reference, ReservationState.REFUSED, reason, List.of(), null);
	}

	static Reservation tombstone(String reference, String reason) {
		return new Reservation(reference, ReservationState.TOMBSTONE, reason, List.of(), null);
	}

	boolean isOpen() {
		return this.state == ReservationState.OPEN;
	}

	boolean isTombstone() {
		return this.state == ReservationState.TOMBSTONE;
	}

	Reservation released(String why) {
		return closed(ReservationState.RELEASED, why);
	}

	Reservation revoked(String why) {
		return closed(ReservationState.REVOKED, why);
	}

	Reservation refused(String why) {
		if (!isTombstone()) {
			throw new IllegalStateException("%s can't be refused, it is %s".formatted(this.reference, this.state));
		}
		return new Reservation(this.reference, ReservationState.REFUSED, why, this.held, this.stored);
	}

	boolean isNewlyOpen() {
		return isOpen() && this.stored == null;
	}

	boolean isNewlyClosed() {
		return !isOpen() && this.stored == ReservationState.OPEN;
	}

	private Reservation closed(ReservationState end, String why) {
		if (!isOpen()) {
			throw new IllegalStateException("%s can't become %s, it is %s".formatted(this.reference, end, this.state));
		}
		return new Reservation(this.reference, end, why, this.held, this.stored);
	}

	/// @param line place of the SKU's first line in the command, from 1
	/// @param sequence of the movement that reserved it
	record Held(int line, Shelf shelf, long quantity, long sequence) {
	}

}
