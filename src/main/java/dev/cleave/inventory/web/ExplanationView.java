package dev.cleave.inventory.web;

import java.util.List;

import dev.cleave.inventory.domain.Explanation;
import dev.cleave.inventory.domain.StockTerm;
import org.jspecify.annotations.Nullable;

/// @param terms add up to what is available; those that are not `RESERVED`, to what is on hand
/// @param text the same in one sentence
record ExplanationView(String sku, @Nullable String location, long onHand, long reserved, long available, long version,
		List<StockTerm> terms, String text) {

	static ExplanationView of(Explanation stock) {
		return new ExplanationView(stock.sku(), stock.location(), stock.onHand(), stock.reserved(), stock.available(),
				stock.version(), stock.terms(), stock.text());
	}

}
