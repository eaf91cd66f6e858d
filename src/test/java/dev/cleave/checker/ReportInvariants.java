package dev.cleave.checker;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.cleave.checker.Invariant.Query;

/// I10: reports say what orders know, to the penny.
final class ReportInvariants {

	private static final String SOLD = """
			(SELECT * FROM orders.orders WHERE status NOT IN ('PENDING', 'REJECTED', 'CANCELLED', 'EXPIRED')) sold
				JOIN (SELECT order_id, sum(quantity) AS units, sum(returned) AS returned_units,
					sum(returned * unit_price) AS returned_amount FROM orders.order_line GROUP BY order_id) line ON order_id = id
				LEFT JOIN (SELECT order_id AS id, sum(amount) AS refunded FROM orders.refund GROUP BY order_id) given USING (id)
			""";

	private static final String BACK = "sum(returned_units), sum(returned_amount), sum(coalesce(refunded, 0))";

	static final List<Invariant> ALL = List.of(report("by day and country", """
			SELECT (placed_at AT TIME ZONE 'UTC')::date, coalesce(country, ''), currency,
				(count(*), sum(units), sum(total), %s)::text
			FROM %s GROUP BY 1, 2, 3
			""".formatted(BACK, SOLD), """
			SELECT day, coalesce(country, ''), currency,
				(orders, units, revenue, returned_units, returned, refunded)::text
			FROM reporting.sales_day JOIN reporting.serving USING (generation)
			WHERE (orders, returned_units, returned, refunded) <> (0, 0, 0, 0)
			"""), report("by day and product", """
			SELECT (placed_at AT TIME ZONE 'UTC')::date, sku, currency, (sum(quantity), sum(quantity * unit_price),
				sum(returned), sum(returned * unit_price))::text
			FROM %s JOIN orders.order_line USING (order_id) GROUP BY 1, 2, 3
			""".formatted(SOLD), """
			SELECT day, sku, currency, (units, revenue, returned_units, returned)::text
			FROM reporting.product_day JOIN reporting.serving USING (generation)
			WHERE (units, returned_units, returned) <> (0, 0, 0)
			"""), report("by day and customer", """
			SELECT (placed_at AT TIME ZONE 'UTC')::date, customer, currency, (count(*), sum(total), %s)::text
			FROM %s WHERE customer IS NOT NULL GROUP BY 1, 2, 3
			""".formatted(BACK, SOLD), """
			SELECT day, customer, currency, (orders, revenue, returned_units, returned, refunded)::text
			FROM reporting.customer_day JOIN reporting.serving USING (generation)
			WHERE (orders, returned_units, returned, refunded) <> (0, 0, 0, 0)
			"""), Invariant.none("I10", "nothing is left of reports that are over", "reporting",
			Stream.of("sale", "sale_line", "sales_day", "product_day", "customer_day", "product", "stock_level")
				.map((table) -> "SELECT DISTINCT '" + table + "' AS rows_of, generation FROM reporting." + table
						+ " WHERE generation NOT IN (SELECT number FROM reporting.generation WHERE state <> 'REMOVED')")
				.collect(Collectors.joining(" UNION ALL "))));

	private ReportInvariants() {
	}

	private static Invariant report(String by, String truth, String report) {
		return Invariant.same("I10", "sales " + by + " are those of the orders", new Query("orders", truth),
				new Query("reporting", report));
	}

}
