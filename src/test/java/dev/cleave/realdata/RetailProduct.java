package dev.cleave.realdata;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the orders tell of one product: its last name, its most frequent unit price and how many units were ordered.
public record RetailProduct(String sku, String name, long unitPricePence, long orderedUnits) {

	/// Returns the products of these orders by ascending SKU.
	public static List<RetailProduct> of(List<RetailOrder> orders) {
		var linesBySku = new TreeMap<String, List<RetailLine>>();
		for (var order : orders) {
			for (var line : order.lines()) {
				linesBySku.computeIfAbsent(line.stockCode(), _ -> new ArrayList<>()).add(line);
			}
		}
		return linesBySku.entrySet().stream().map(entry -> of(entry.getKey(), entry.getValue())).toList();
	}

	/// Returns a stock that is ample for three times these orders: a multiple of 10, at
	/// least 20.
	public long ampleQuantity() {
		return Math.max(20, Math.ceilDiv(Math.multiplyExact(3, orderedUnits), 10L) * 10);
	}

	private static RetailProduct of(String sku, List<RetailLine> lines) {
		var units = lines.stream().mapToLong(RetailLine::quantity).reduce(0, Math::addExact);
		return new RetailProduct(sku, lastName(sku, lines), usualPrice(lines), units);
	}

	private static String lastName(String sku, List<RetailLine> lines) {
		return lines.reversed()
			.stream()
			.map(line -> line.description().strip())
			.filter(name -> !name.isEmpty())
			.findFirst()
			.orElse(sku);
	}

	private static long usualPrice(List<RetailLine> lines) {
		var uses = new TreeMap<Long, Integer>();
		lines.forEach(line -> uses.merge(line.unitPricePence(), 1, Integer::sum));
		return uses.entrySet()
			.stream()
			.min(Comparator.comparing((Map.Entry<Long, Integer> price) -> -price.getValue())
				.thenComparing(Map.Entry::getKey))
			.orElseThrow()
			.getKey();
	}
}
