package dev.cleave.inventory.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.cleave.inventory.commands.Line;
import dev.cleave.inventory.events.Shortage;

/// What a command is about, by product: lines of the same SKU count as one, or each alone might fit where both do not.
///
/// @param quantities units by SKU, in the order of the lines
/// @param lines place of the first line of each SKU, from 1
record Demand(Map<String, Long> quantities, Map<String, Integer> lines) {

	static Demand of(List<Line> lines) {
		var quantities = new LinkedHashMap<String, Long>();
		var places = new LinkedHashMap<String, Integer>();
		for (int i = 0; i < lines.size(); i++) {
			quantities.merge(lines.get(i).sku(), lines.get(i).quantity(), Math::addExact);
			places.putIfAbsent(lines.get(i).sku(), i + 1);
		}
		return new Demand(quantities, places);
	}

	int line(String sku) {
		return this.lines.getOrDefault(sku, 0);
	}

	/// What is wanted and can't be had, over all locations, by SKU.
	List<Shortage> shortages(StockBook book) {
		var shortages = new ArrayList<Shortage>();
		this.quantities.forEach((sku, quantity) -> {
			var available = book.available(sku);
			if (available < quantity) {
				shortages.add(new Shortage(sku, quantity, available));
			}
		});
		shortages.sort(Comparator.comparing(Shortage::sku));
		return shortages;
	}

}
