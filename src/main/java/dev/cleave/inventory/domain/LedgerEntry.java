package dev.cleave.inventory.domain;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// A movement as the ledger shows it.
///
/// @param sequence number within the product and location, from 1
/// @param quantity units; negative only for an adjustment
/// @param actor id of the caller, or name of the module, that wanted it
public record LedgerEntry(String location, long sequence, MovementType type, long quantity, long onHandAfter,
		long reservedAfter, @Nullable String reason, String actor, @Nullable String reference, Instant time) {

	/// What it was, in words.
	public String text() {
		return Wording.of(this);
	}

}
