package dev.cleave.inventory.domain;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// What a reference holds, and how that ended. References are never used twice.
///
/// @param held what it holds while it is open; what there was to take away when it was closed
/// @param shipments number of the last shipment; 0 while nothing has left
/// @param returns number of the last return; 0 while nothing has come back
/// @param stored the state that the database holds under the reference; null when it knows none
record Reservation(String reference, ReservationState state, @Nullable String reason, List<Held> held, int shipments,
		int returns, @Nullable ReservationState stored) {

	static Reservation opened(String reference, List<Held> held) {
		return new Reservation(reference, ReservationState.OPEN, null, held, 0, 0, null);
	}

	static Reservation refused(String reference, String reason) {
		return new Reservation(reference, ReservationState.REFUSED, reason, List.of(), 0, 0, null);
	}

	static Reservation tombstone(String reference, String reason) {
		return new Reservation(reference, ReservationState.TOMBSTONE, reason, List.of(), 0, 0, null);
	}

	boolean isOpen() {
		return this.state == ReservationState.OPEN;
	}

	boolean isTombstone() {
		return this.state == ReservationState.TOMBSTONE;
	}

	boolean isRevoked() {
		return this.state == ReservationState.REVOKED;
	}

	/// How many units of a product it holds, wherever they are.
	long held(String sku) {
		return this.held.stream().filter(one -> one.shelf().sku().equals(sku)).mapToLong(Held::quantity).sum();
	}

	boolean hasLinesStored() {
		return this.stored == ReservationState.OPEN;
	}

	Reservation released(String why) {
		return become(ReservationState.RELEASED, why, expect(ReservationState.OPEN).held);
	}

	Reservation revoked(String why) {
		return become(ReservationState.REVOKED, why, expect(ReservationState.OPEN).held);
	}

	Reservation refused(String why) {
		return become(ReservationState.REFUSED, why, expect(ReservationState.TOMBSTONE).held);
	}

	/// What was taken back has left all the same, so it is held again.
	Reservation restored(List<Held> again) {
		expect(ReservationState.REVOKED);
		return become(ReservationState.OPEN, null, again);
	}

	/// @param left what it still holds; nothing when all has left
	Reservation shipped(int shipment, List<Held> left) {
		expect(ReservationState.OPEN);
		var state = left.isEmpty() ? ReservationState.SHIPPED : ReservationState.OPEN;
		return new Reservation(this.reference, state, this.reason, left, shipment, this.returns, this.stored);
	}

	Reservation returned(int number) {
		return new Reservation(this.reference, this.state, this.reason, this.held, this.shipments, number, this.stored);
	}

	private Reservation become(ReservationState next, @Nullable String why, List<Held> now) {
		return new Reservation(this.reference, next, why, now, this.shipments, this.returns, this.stored);
	}

	private Reservation expect(ReservationState expected) {
		if (this.state != expected) {
			throw new IllegalStateException("%s is %s, not %s".formatted(this.reference, this.state, expected));
		}
		return this;
	}

	/// @param line place of the SKU's first line in the command, from 1
	/// @param sequence of the movement that reserved it; 0 when it is not reserved any
	/// more
	record Held(int line, Shelf shelf, long quantity, long sequence) {

		Held less(long units) {
			return new Held(this.line, this.shelf, this.quantity - units, this.sequence);
		}

	}

}
