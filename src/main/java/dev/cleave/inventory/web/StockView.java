package dev.cleave.inventory.web;

import java.util.List;

import dev.cleave.inventory.domain.StockFigures;
import org.jspecify.annotations.Nullable;

/// @param version rises with every movement
/// @param locations the figures of each, where there is more than one
record StockView(String sku, long onHand, long reserved, long available, long version,
		@Nullable List<LocationView> locations) {

	static StockView of(StockFigures stock) {
		return new StockView(stock.sku(), stock.onHand(), stock.reserved(), stock.available(), stock.version(),
				(stock.locations().size() > 1) ? stock.locations().stream().map(LocationView::of).toList() : null);
	}

	record LocationView(String location, long onHand, long reserved, long available) {

		static LocationView of(StockFigures.AtLocation stock) {
			return new LocationView(stock.location(), stock.onHand(), stock.reserved(),
					stock.onHand() - stock.reserved());
		}

	}

}
