package dev.cleave.inventory.web;

import java.util.List;

import dev.cleave.inventory.domain.Locations;
import dev.cleave.inventory.domain.StockFigures;
import org.jspecify.annotations.Nullable;

/// @param version rises with every movement
/// @param inTransit units that are on their way between locations, when there are any; answers to bookings leave it out
/// @param locations the figures of each, unless everything is at `main`
record StockView(String sku, long onHand, long reserved, long available, @Nullable Long inTransit, long version,
		@Nullable List<LocationView> locations) {

	static StockView of(StockFigures stock) {
		return new StockView(stock.sku(), stock.onHand(), stock.reserved(), stock.available(),
				(stock.inTransit() > 0) ? stock.inTransit() : null, stock.version(),
				isSpread(stock) ? stock.locations().stream().map(LocationView::of).toList() : null);
	}

	private static boolean isSpread(StockFigures stock) {
		return stock.locations().stream().anyMatch(there -> !there.location().equals(Locations.MAIN));
	}

	record LocationView(String location, long onHand, long reserved, long available) {

		static LocationView of(StockFigures.AtLocation stock) {
			return new LocationView(stock.location(), stock.onHand(), stock.reserved(),
					stock.onHand() - stock.reserved());
		}

	}

}
