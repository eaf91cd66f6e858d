package dev.cleave.inventory.domain;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// Why stock moves, and who says so. The ledger keeps it for ever, so the actor is an id and never a name.
///
/// @param actor id of a caller, or name of the module that asked
/// @param reference what the asker calls the occasion
/// @param cause id of the message that asked, if one did
/// @param line place of the line in that message, from 1; 0 where there are no lines
record Voucher(@Nullable String reason, String actor, @Nullable String reference, @Nullable UUID cause, int line) {

	Voucher(@Nullable String reason, String actor, @Nullable String reference) {
		this(reason, actor, reference, null, 0);
	}

	Voucher because(String why) {
		return new Voucher(why, this.actor, this.reference, this.cause, this.line);
	}

	Voucher line(int number) {
		return new Voucher(this.reason, this.actor, this.reference, this.cause, number);
	}

}
