package dev.cleave.reporting.projections;

import java.util.List;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The sums: what was sold, came back and was refunded on each day in each country, of each product and for each customer.
///
/// Each statement touches a row once, however many sales of the batch belong to it, and takes rows in the order of their
/// keys, as everybody does; so writers wait for each other but never in a circle. The planner does not see the generation,
/// see [Sales].
@Repository
class SalesSums {

	private static final String SALES = """
			(SELECT ?::int AS generation, w.* FROM unnest(?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
					AS w (order_id, weight, returned_units, returned, refunded) OFFSET 0) w
				JOIN sale s ON s.generation = w.generation AND s.order_id = w.order_id
			""";

	private static final String BY_DAY = """
			INSERT INTO sales_day AS d (generation, currency, day, country, orders, units, revenue, returned_units,
				returned, refunded)
			SELECT s.generation, s.currency, s.placed_on, s.country, sum(w.weight), sum(w.weight * s.units),
				sum(w.weight * s.total), sum(w.weight * s.returned_units + w.returned_units),
				sum(w.weight * s.returned + w.returned), sum(w.weight * s.refunded + w.refunded)
			FROM %s GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
			ON CONFLICT (generation, currency, day, country) DO UPDATE SET orders = d.orders + EXCLUDED.orders,
				units = d.units + EXCLUDED.units, revenue = d.revenue + EXCLUDED.revenue,
				returned_units = d.returned_units + EXCLUDED.returned_units, returned = d.returned + EXCLUDED.returned,
				refunded = d.refunded + EXCLUDED.refunded
			""".formatted(SALES);

	private static final String BY_PRODUCT = """
			INSERT INTO product_day AS d (generation, currency, day, sku, units, revenue, returned_units, returned)
			SELECT s.generation, s.currency, s.placed_on, l.sku, sum(w.weight * l.units), sum(w.weight * l.revenue),
				sum(w.weight * l.returned_units + w.returned),
				sum((w.weight * l.returned_units + w.returned) * (l.revenue / l.units))
			FROM (SELECT ?::int AS generation, w.* FROM (
					SELECT order_id, NULL AS line, weight, 0 AS returned
						FROM unnest(?::text[], ?::bigint[]) AS c (order_id, weight)
					UNION ALL
					SELECT order_id, line, 0, units
						FROM unnest(?::text[], ?::int[], ?::bigint[]) AS r (order_id, line, units)) w
				OFFSET 0) w
				JOIN sale s ON s.generation = w.generation AND s.order_id = w.order_id
				JOIN sale_line l ON l.generation = s.generation AND l.order_id = w.order_id
					AND l.line = coalesce(w.line, l.line)
			GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
			ON CONFLICT (generation, currency, day, sku) DO UPDATE SET units = d.units + EXCLUDED.units,
				revenue = d.revenue + EXCLUDED.revenue, returned_units = d.returned_units + EXCLUDED.returned_units,
				returned = d.returned + EXCLUDED.returned
			""";

	private static final String BY_CUSTOMER = """
			INSERT INTO customer_day AS d (generation, currency, day, customer, orders, revenue, returned_units, returned,
				refunded)
			SELECT s.generation, s.currency, s.placed_on, s.customer, sum(w.weight), sum(w.weight * s.total),
				sum(w.weight * s.returned_units + w.returned_units), sum(w.weight * s.returned + w.returned),
				sum(w.weight * s.refunded + w.refunded)
			FROM %s WHERE s.customer IS NOT NULL GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
			ON CONFLICT (generation, currency, day, customer) DO UPDATE SET orders = d.orders + EXCLUDED.orders,
				revenue = d.revenue + EXCLUDED.revenue, returned_units = d.returned_units + EXCLUDED.returned_units,
				returned = d.returned + EXCLUDED.returned, refunded = d.refunded + EXCLUDED.refunded
			"""
		.formatted(SALES);

	private final JdbcClient jdbc;

	SalesSums(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/// @param returned lines that came back, of these sales and others
	void add(int generation, List<SaleChange> sales, List<ReturnedLine> returned) {
		if (sales.isEmpty()) {
			return;
		}
		add(BY_DAY, generation, sales);
		var counted = sales.stream()
			.filter(SaleChange::countedBefore)
			.map(SaleChange::orderId)
			.collect(Collectors.toSet());
		addProducts(generation, sales, returned.stream().filter(line -> counted.contains(line.orderId())).toList());
		add(BY_CUSTOMER, generation, sales);
	}

	private void add(String sum, int generation, List<SaleChange> sales) {
		this.jdbc.sql(sum)
			.param(generation)
			.param(Columns.texts(sales, SaleChange::orderId))
			.param(Columns.numbers(sales, SaleChange::weight))
			.param(Columns.numbers(sales, SaleChange::returnedUnits))
			.param(Columns.numbers(sales, SaleChange::returned))
			.param(Columns.numbers(sales, SaleChange::refunded))
			.update();
	}

	private void addProducts(int generation, List<SaleChange> sales, List<ReturnedLine> returned) {
		var weighed = sales.stream().filter(sale -> sale.weight() != 0).toList();
		this.jdbc.sql(BY_PRODUCT)
			.param(generation)
			.param(Columns.texts(weighed, SaleChange::orderId))
			.param(Columns.numbers(weighed, SaleChange::weight))
			.param(Columns.texts(returned, ReturnedLine::orderId))
			.param(Columns.numbers(returned, ReturnedLine::line))
			.param(Columns.numbers(returned, ReturnedLine::units))
			.update();
	}

}
