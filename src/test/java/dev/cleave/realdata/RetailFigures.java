package dev.cleave.realdata;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What reports must say about a set of orders, added up with plain maps. Days and months are UTC, and texts ascend by
/// their UTF-16 units, which for the file's ASCII keys is what PostgreSQL calls `COLLATE "C"`.
public final class RetailFigures {

	private final Collection<RetailOrder> orders;

	private RetailFigures(Collection<RetailOrder> orders) {
		this.orders = List.copyOf(orders);
	}

	public static RetailFigures of(Collection<RetailOrder> orders) {
		return new RetailFigures(orders);
	}

	/// Narrows the figures to the days from the first, inclusive, to the second,
	/// exclusive.
	public RetailFigures between(LocalDate from, LocalDate to) {
		return of(orders.stream().filter(order -> !order.day().isBefore(from) && order.day().isBefore(to)).toList());
	}

	public RetailSales total() {
		return orders.stream().map(RetailSales::of).reduce(RetailSales.NONE, RetailSales::plus);
	}

	public SortedMap<LocalDate, RetailSales> byDay() {
		return by(RetailOrder::day);
	}

	public SortedMap<YearMonth, RetailSales> byMonth() {
		return by(order -> YearMonth.from(order.day()));
	}

	public SortedMap<String, RetailSales> byCountry() {
		return by(RetailOrder::country);
	}

	/// Leaves out the orders that name no customer.
	public SortedMap<String, RetailSales> byCustomer() {
		return by(RetailOrder::customer);
	}

	public SortedMap<String, RetailSkuSales> bySku() {
		return orders.stream()
			.flatMap(order -> order.lines().stream())
			.map(line -> new RetailSkuSales(line.stockCode(), line.quantity(), line.totalPence()))
			.collect(Collectors.toMap(RetailSkuSales::sku, Function.identity(), RetailSkuSales::plus, TreeMap::new));
	}

	public SortedMap<String, Long> unitsBySku() {
		var units = new TreeMap<String, Long>();
		bySku().forEach((sku, sales) -> units.put(sku, sales.units()));
		return units;
	}

	/// Ties are broken by ascending SKU.
	public List<RetailSkuSales> topByRevenue(int limit) {
		return top(limit, Comparator.comparingLong(RetailSkuSales::revenuePence));
	}

	/// Ties are broken by ascending SKU.
	public List<RetailSkuSales> topByUnits(int limit) {
		return top(limit, Comparator.comparingLong(RetailSkuSales::units));
	}

	/// The customers with the most revenue; ties are broken by ascending customer.
	public List<RetailCustomerSales> topCustomers(int limit) {
		return byCustomer().entrySet()
			.stream()
			.map(entry -> new RetailCustomerSales(entry.getKey(), entry.getValue()))
			.sorted(Comparator.comparingLong((RetailCustomerSales row) -> row.sales().revenuePence())
				.reversed()
				.thenComparing(RetailCustomerSales::customer))
			.limit(limit)
			.toList();
	}

	private List<RetailSkuSales> top(int limit, Comparator<RetailSkuSales> measure) {
		return bySku().values()
			.stream()
			.sorted(measure.reversed().thenComparing(RetailSkuSales::sku))
			.limit(limit)
			.toList();
	}

	private <K extends Comparable<? super K>> SortedMap<K, RetailSales> by(Function<RetailOrder, @Nullable K> keyOf) {
		var sales = new TreeMap<K, RetailSales>();
		for (var order : orders) {
			var key = keyOf.apply(order);
			if (key != null) {
				sales.merge(key, RetailSales.of(order), RetailSales::plus);
			}
		}
		return sales;
	}

}
