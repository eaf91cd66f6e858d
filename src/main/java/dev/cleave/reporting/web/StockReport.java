package dev.cleave.reporting.web;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cleave.platform.web.Continued;
import dev.cleave.platform.web.Page;
import dev.cleave.reporting.projections.StockLevel;
import org.jspecify.annotations.Nullable;

/// @param asOf everything that had happened by then is in the figures
record StockReport(List<Item> items, @JsonInclude @Nullable String next, Instant asOf) implements Continued {

	static StockReport of(Page<StockLevel> page, Instant asOf) {
		var shown = page.map(Item::of);
		return new StockReport(shown.items(), shown.next(), asOf);
	}

	/// @param low whether there are fewer than the product's own threshold
	record Item(String sku, @Nullable String name, long onHand, long reserved, long available,
			@Nullable Long lowStockAt, boolean low) {

		private static Item of(StockLevel level) {
			return new Item(level.sku(), level.name(), level.onHand(), level.reserved(), level.available(),
					level.lowAt(), level.isLow());
		}

	}

}
