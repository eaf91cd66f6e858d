package dev.cleave.inventory.web;

import java.time.Instant;

import dev.cleave.inventory.domain.LedgerEntry;
import dev.cleave.inventory.domain.MovementType;
import org.jspecify.annotations.Nullable;

/// A movement as the ledger shows it.
///
/// @param text what it was, in words
record MovementView(String location, long sequence, MovementType type, long quantity, long onHandAfter,
		long reservedAfter, @Nullable String reason, String actor, @Nullable String reference, Instant time,
		String text) {

	static MovementView of(LedgerEntry entry) {
		return new MovementView(entry.location(), entry.sequence(), entry.type(), entry.quantity(), entry.onHandAfter(),
				entry.reservedAfter(), entry.reason(), entry.actor(), entry.reference(), entry.time(), entry.text());
	}

}
