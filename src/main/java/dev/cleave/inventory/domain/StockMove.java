package dev.cleave.inventory.domain;

import org.jspecify.annotations.Nullable;

/// What somebody wants to book.
///
/// @param quantity units; for a correction negative when there are too many in the books
/// @param reference what the caller calls the occasion
/// @param actor id of the caller
public record StockMove(String sku, String location, long quantity, String reason, @Nullable String reference,
		String actor) {

	Shelf shelf() {
		return new Shelf(this.sku, this.location);
	}

	Voucher voucher() {
		return new Voucher(this.reason, this.actor, this.reference);
	}

}
