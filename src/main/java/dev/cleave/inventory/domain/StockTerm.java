package dev.cleave.inventory.domain;

import org.jspecify.annotations.Nullable;

/// A part of what there is of a product.
///
/// @param type name of a [MovementType], or [#UNEXPLAINED]
/// @param amount by how many units more (or fewer) can be had because of it
/// @param others so many terms of this type that are not named one by one; null for one that is named
/// @param text the same in words, without the sign
public record StockTerm(String type, long amount, @Nullable String reference, @Nullable String reason,
		@Nullable Long others, String text) {

	/// What stock says and the ledger does not: somebody changed one of them.
	public static final String UNEXPLAINED = "UNEXPLAINED";

	static StockTerm unexplained(long amount) {
		return new StockTerm(UNEXPLAINED, amount, null, null, null,
				"%d that no movement explains".formatted(Math.abs(amount)));
	}

	/// Whether it is promised to somebody, and not whether it is there.
	boolean isReserved() {
		return this.type.equals(MovementType.RESERVED.name());
	}

}
