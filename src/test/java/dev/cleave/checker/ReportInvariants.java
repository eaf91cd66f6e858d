package dev.cleave.checker;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.cleave.checker.Invariant.Query;

/// I10: reports say what orders know, to the penny.
final class ReportInvariants {

	private static final String SOLD = """
			(SELECT * FROM orders.orders WHERE status NOT IN ('PENDING', 'REJECTED', 'CANCELLED', 'EXPIRED')) sold
			""";

	static final List<Invariant> ALL = List.of(
			report("by day and country",
					"""
							SELECT (placed_at AT TIME ZONE 'UTC')::date, coalesce(country, ''), currency,
								(count(*), sum(units), sum(total))::text
							FROM %s JOIN (SELECT order_id, sum(quantity) AS units FROM orders.order_line GROUP BY order_id) line ON order_id = id
							GROUP BY 1, 2, 3
							""",
					"""
							SELECT day, coalesce(country, ''), currency, (orders, units, revenue)::text FROM reporting.sales_day JOIN reporting.serving USING (generation)
							WHERE orders <> 0
							"""),
			report("by day and product",
					"""
							SELECT (placed_at AT TIME ZONE 'UTC')::date, sku, currency, (sum(quantity), sum(quantity * unit_price))::text
							FROM %s JOIN orders.order_line ON order_id = id GROUP BY 1, 2, 3
							""",
					"""
							SELECT day, sku, currency, (units, revenue)::text FROM reporting.product_day JOIN reporting.serving USING (generation)
							WHERE units <> 0
							"""),
			report("by day and customer", """
					SELECT (placed_at AT TIME ZONE 'UTC')::date, customer, currency, (count(*), sum(total))::text
					FROM %s WHERE customer IS NOT NULL GROUP BY 1, 2, 3
					""",
					"""
							SELECT day, customer, currency, (orders, revenue)::text FROM reporting.customer_day JOIN reporting.serving USING (generation)
							WHERE orders <> 0
							"""),
			Invariant.none("I10", "nothing is left of reports that are over", "reporting", Stream
				.of("sale", "sale_line", "sales_day", "product_day", "customer_day", "product")
				.map((table) -> "SELECT DISTINCT '" + table + "' AS rows_of, generation FROM reporting." + table
						+ " WHERE generation NOT IN (SELECT number FROM reporting.generation WHERE state <> 'REMOVED')")
				.collect(Collectors.joining(" UNION ALL "))));

	private ReportInvariants() {
	}

	private static Invariant report(String by, String truth, String report) {
		return Invariant.same("I10", "sales " + by + " are those of the orders",
				new Query("orders", truth.formatted(SOLD)), new Query("reporting", report));
	}

}
