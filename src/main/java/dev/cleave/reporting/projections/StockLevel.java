package dev.cleave.reporting.projections;

import org.jspecify.annotations.Nullable;

/// @param name null while inventory has not told it
/// @param lowAt below so many available units the product counts as low; null when nobody asked for that
public record StockLevel(String sku, @Nullable String name, long onHand, long reserved, long available,
		@Nullable Long lowAt) {

	public boolean isLow() {
		return this.lowAt != null && this.available < this.lowAt;
	}

}
