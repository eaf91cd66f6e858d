package dev.cleave.reporting.projections;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;

import dev.cleave.orders.events.OrderPlaced;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// One sale for each order that was placed, and whether it counts.
@Repository
class Sales {

	private static final String ADD = """
			INSERT INTO sale (generation, order_id, placed_on, country, customer, currency, total, units, state)
			SELECT ?, order_id, DATE 'epoch' + placed_on::int, country, customer, currency, total, units, 'PLACED'
			FROM unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[])
				AS p (order_id, placed_on, country, customer, currency, total, units)
			""";

	private static final String ADD_LINES = """
			INSERT INTO sale_line (generation, order_id, line, sku, units, revenue)
			SELECT ?, order_id, line, sku, units, units * unit_price
			FROM unnest(?::text[], ?::int[], ?::text[], ?::bigint[], ?::bigint[])
				AS l (order_id, line, sku, units, unit_price)
			""";

	private static final String SETTLE = """
			WITH known AS (
				SELECT s.order_id, s.state AS before,
					CASE s.state WHEN 'DROPPED' THEN s.state ELSE o.state END AS after
				FROM unnest(?::text[], ?::text[]) AS o (order_id, state)
					JOIN sale s ON s.generation = ? AND s.order_id = o.order_id
				ORDER BY s.order_id FOR UPDATE OF s
			), settled AS (
				UPDATE sale s SET state = k.after FROM known k
				WHERE s.generation = ? AND s.order_id = k.order_id AND k.before <> k.after
			)
			SELECT order_id, (after = 'COUNTED')::int - (before = 'COUNTED')::int AS weight FROM known
			""";

	private final JdbcClient jdbc;

	Sales(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(int generation, List<OrderPlaced> placed) {
		this.jdbc.sql(ADD)
			.param(generation)
			.param(Columns.texts(placed, OrderPlaced::orderId))
			.param(Columns.numbers(placed, sale -> LocalDate.ofInstant(sale.placedAt(), ZoneOffset.UTC).toEpochDay()))
			.param(Columns.texts(placed, sale -> Objects.requireNonNullElse(sale.country(), "")))
			.param(Columns.texts(placed, OrderPlaced::customer))
			.param(Columns.texts(placed, OrderPlaced::currency))
			.param(Columns.numbers(placed, OrderPlaced::total))
			.param(Columns.numbers(placed, Sales::units))
			.update();
		var lines = placed.stream()
			.flatMap(sale -> sale.lines().stream().map(line -> new SaleLine(sale.orderId(), line)))
			.toList();
		this.jdbc.sql(ADD_LINES)
			.param(generation)
			.param(Columns.texts(lines, SaleLine::orderId))
			.param(Columns.numbers(lines, line -> line.ordered().line()))
			.param(Columns.texts(lines, line -> line.ordered().sku()))
			.param(Columns.numbers(lines, line -> line.ordered().quantity()))
			.param(Columns.numbers(lines, line -> line.ordered().unitPrice()))
			.update();
	}

	/// Returns the sales that begin to count and those that no longer do.
	///
	/// @throws IllegalStateException if an order was never placed
	List<SaleWeight> settle(int generation, SortedMap<String, Outcome> outcomes) {
		var settled = this.jdbc.sql(SETTLE)
			.param(outcomes.keySet().toArray(String[]::new))
			.param(Columns.texts(outcomes.values(), Outcome::name))
			.param(generation)
			.param(generation)
			.query((row, number) -> new SaleWeight(row.getString("order_id"), row.getInt("weight")))
			.list();
		if (settled.size() < outcomes.size()) {
			throw new IllegalStateException("One of these orders was never placed: %s".formatted(outcomes.keySet()));
		}
		return settled.stream().filter(sale -> sale.weight() != 0).toList();
	}

	private static long units(OrderPlaced sale) {
		return sale.lines().stream().mapToLong(OrderPlaced.Line::quantity).sum();
	}

	private record SaleLine(String orderId, OrderPlaced.Line ordered) {
	}

}
