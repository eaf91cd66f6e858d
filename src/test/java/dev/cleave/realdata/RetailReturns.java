package dev.cleave.realdata;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The cancellations of the file, taken as returns. A cancellation names no order: so it is what the same customer bought
/// of the same product before, the latest purchase first, as far as that has not come back yet.
public final class RetailReturns {

	private final Map<Purchase, List<Bought>> bought = new HashMap<>();

	private final Map<Bought, Long> returned = new HashMap<>();

	private long unitsOfNobody;

	private long linesOfNobody;

	private RetailReturns() {
	}

	/// @param lines of the whole file, in its order
	public static RetailReturns of(List<RetailOrder> orders, Stream<RetailLine> lines) {
		var returns = new RetailReturns();
		orders.forEach(returns::remember);
		lines.filter(RetailReturns::isCancelled).forEachOrdered(returns::takeBack);
		return returns;
	}

	/// Everything that came back, at most once for each line of an order.
	public List<RetailReturn> all() {
		return returned.entrySet()
			.stream()
			.map(entry -> new RetailReturn(entry.getKey().order(), entry.getKey().line(), entry.getValue(),
					Math.multiplyExact(entry.getValue(), entry.getKey().ordered().unitPricePence())))
			.toList();
	}

	/// How many cancelled units nobody is known to have bought before.
	public long unmatchedUnits() {
		return unitsOfNobody;
	}

	/// How many cancellations are of such units, wholly or in part.
	public long unmatchedLines() {
		return linesOfNobody;
	}

	public long units() {
		return returned.values().stream().mapToLong(Long::longValue).sum();
	}

	/// What had been paid for what came back, by the month in which it was ordered.
	public SortedMap<YearMonth, Long> penceByMonth() {
		return penceBy(back -> YearMonth.from(back.order().day()));
	}

	public SortedMap<String, Long> penceByCountry() {
		return penceBy(back -> back.order().country());
	}

	public SortedMap<String, Long> penceByCustomer() {
		return penceBy(back -> back.order().customer());
	}

	private <K extends Comparable<? super K>> SortedMap<K, Long> penceBy(Function<RetailReturn, @Nullable K> keyOf) {
		var sums = new TreeMap<K, Long>();
		for (var back : all()) {
			var key = keyOf.apply(back);
			if (key != null) {
				sums.merge(key, back.pence(), Math::addExact);
			}
		}
		return sums;
	}

	/// Units of each product that came back.
	public SortedMap<String, Long> unitsBySku() {
		var units = new TreeMap<String, Long>();
		returned.forEach((line, count) -> units.merge(line.ordered().stockCode(), count, Long::sum));
		return units;
	}

	private void remember(RetailOrder order) {
		for (var index = 0; index < order.lines().size(); index++) {
			var line = new Bought(order, index + 1, order.lines().get(index));
			bought.computeIfAbsent(Purchase.of(line.ordered()), _ -> new ArrayList<>()).add(line);
		}
	}

	private static boolean isCancelled(RetailLine line) {
		return line.invoice().startsWith("C") && line.quantity() < 0;
	}

	private void takeBack(RetailLine cancelled) {
		var left = -cancelled.quantity();
		var purchases = (cancelled.customer() == null) ? List.<Bought>of()
				: bought.getOrDefault(Purchase.of(cancelled), List.of());
		for (var line : purchases.reversed()) {
			var units = Math.min(left, line.ordered().quantity() - returned.getOrDefault(line, 0L));
			if (units > 0 && !line.ordered().time().isAfter(cancelled.time())) {
				returned.merge(line, units, Long::sum);
				left -= units;
			}
		}
		unitsOfNobody += left;
		linesOfNobody += (left > 0) ? 1 : 0;
	}

	private record Purchase(@Nullable String customer, String sku) {

		static Purchase of(RetailLine line) {
			return new Purchase(line.customer(), line.stockCode());
		}

	}

	private record Bought(RetailOrder order, int line, RetailLine ordered) {

		@Override
		public boolean equals(@Nullable Object other) {
			return other instanceof Bought bought && bought.line == line
					&& bought.order.reference().equals(order.reference());
		}

		@Override
		public int hashCode() {
			return order.reference().hashCode() * 31 + line;
		}

	}

}
