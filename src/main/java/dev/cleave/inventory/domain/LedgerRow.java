package dev.cleave.inventory.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/// A movement with all that the ledger says about it, whether it makes sense or not.
///
/// @param type name of a [MovementType], if nobody meddled with it
record LedgerRow(Shelf shelf, long sequence, String type, long quantity, long onHandDelta, long reservedDelta,
		long onHandAfter, long reservedAfter, @Nullable String reason, String actor, @Nullable String reference,
		@Nullable String cause, @Nullable Integer line, Instant time) {

	static LedgerRow of(Shelf shelf, MovementType type, long quantity, Balance after, Voucher voucher) {
		return new LedgerRow(shelf, after.sequence(), type.name(), quantity, type.onHandDelta(quantity),
				type.reservedDelta(quantity), after.onHand(), after.reserved(), voucher.reason(), voucher.actor(),
				voucher.reference(), (voucher.cause() != null) ? voucher.cause().toString() : null, voucher.line(),
				after.movedAt());
	}

	/// The text of each field, in the order in which they are hashed. Times are
	/// microseconds since 1970.
	List<@Nullable String> fields() {
		var fields = new ArrayList<@Nullable String>();
		for (var field : new @Nullable Object[] { this.shelf.sku(), this.shelf.location(), this.sequence, this.type,
				this.quantity, this.onHandDelta, this.reservedDelta, this.onHandAfter, this.reservedAfter, this.reason,
				this.actor, this.reference, this.cause, this.line,
				ChronoUnit.MICROS.between(Instant.EPOCH, this.time) }) {
			fields.add(Objects.toString(field, null));
		}
		return fields;
	}

}
