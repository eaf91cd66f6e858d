package dev.cleave.orders.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// What somebody wants to order, before it has been looked at.
///
/// @param owner the caller who places it and may read it
/// @param customer opaque; null when nobody said who it is
/// @param reference the shop's own name for the order, given to one order only
/// @param shipTo where to, as it came
/// @param placedAt when it was asked for, to the microsecond
/// @param historic whether it is told after the fact: then its products may have been withdrawn since
/// @param items at least one
public record Basket(String owner, @Nullable String customer, @Nullable String reference, @Nullable String country,
		PaymentTerms terms, @Nullable String shipTo, Instant placedAt, boolean historic, List<Item> items) {

	public Basket {
		placedAt = placedAt.truncatedTo(ChronoUnit.MICROS);
		items = List.copyOf(items);
		if (items.isEmpty()) {
			throw new IllegalArgumentException("An order of nothing");
		}
	}

	/// @param quantity at least 1
	/// @param unitPrice null for the catalogue's
	public record Item(String sku, long quantity, @Nullable Price unitPrice) {

		public Item {
			if (quantity < 1) {
				throw new IllegalArgumentException("%d of %s".formatted(quantity, sku));
			}
		}

	}

}
