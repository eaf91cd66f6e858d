package dev.cleave.reporting.projections;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The sums: what was sold on each day to each country, of each product and to each customer.
///
/// Each statement touches a row once, however many sales of the batch belong to it, and takes rows in the order of their
/// keys, as everybody does; so writers wait for each other but never in a circle.
@Repository
class SalesSums {

	private static final List<String> ADD = List.of(
			"""
					INSERT INTO sales_day AS d (generation, currency, day, country, orders, units, revenue)
					SELECT s.generation, s.currency, s.placed_on, s.country, sum(w.weight), sum(w.weight * s.units), sum(w.weight * s.total)
					FROM unnest(?::text[], ?::bigint[]) AS w (order_id, weight)
						JOIN sale s ON s.generation = ? AND s.order_id = w.order_id
					GROUP BY s.generation, s.currency, s.placed_on, s.country ORDER BY s.currency, s.placed_on, s.country
					ON CONFLICT (generation, currency, day, country) DO UPDATE SET orders = d.orders + EXCLUDED.orders,
						units = d.units + EXCLUDED.units, revenue = d.revenue + EXCLUDED.revenue
					""",
			"""
					INSERT INTO product_day AS d (generation, currency, day, sku, units, revenue)
					SELECT s.generation, s.currency, s.placed_on, l.sku, sum(w.weight * l.units), sum(w.weight * l.revenue)
					FROM unnest(?::text[], ?::bigint[]) AS w (order_id, weight)
						JOIN sale s ON s.generation = ? AND s.order_id = w.order_id
						JOIN sale_line l ON l.generation = s.generation AND l.order_id = w.order_id
					GROUP BY s.generation, s.currency, s.placed_on, l.sku ORDER BY s.currency, s.placed_on, l.sku
					ON CONFLICT (generation, currency, day, sku) DO UPDATE SET units = d.units + EXCLUDED.units,
						revenue = d.revenue + EXCLUDED.revenue
					""",
			"""
					INSERT INTO customer_day AS d (generation, currency, day, customer, orders, revenue)
					SELECT s.generation, s.currency, s.placed_on, s.customer, sum(w.weight), sum(w.weight * s.total)
					FROM unnest(?::text[], ?::bigint[]) AS w (order_id, weight)
						JOIN sale s ON s.generation = ? AND s.order_id = w.order_id
					WHERE s.customer IS NOT NULL
					GROUP BY s.generation, s.currency, s.placed_on, s.customer ORDER BY s.currency, s.placed_on, s.customer
					ON CONFLICT (generation, currency, day, customer) DO UPDATE SET orders = d.orders + EXCLUDED.orders,
						revenue = d.revenue + EXCLUDED.revenue
					""");

	private final JdbcClient jdbc;

	SalesSums(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(int generation, List<SaleWeight> sales) {
		if (sales.isEmpty()) {
			return;
		}
		var orders = Columns.texts(sales, SaleWeight::orderId);
		var weights = Columns.numbers(sales, SaleWeight::weight);
		ADD.forEach(sum -> this.jdbc.sql(sum).param(orders).param(weights).param(generation).update());
	}

}
