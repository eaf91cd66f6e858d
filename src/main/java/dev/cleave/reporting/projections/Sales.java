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
///
/// Behind `OFFSET 0` the planner does not see which generation is meant. Of one that has just begun its statistics know
/// nothing, and it would read all of it for each batch rather than reach for the orders.
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

	private static final String TAKE_BACK = """
			UPDATE sale_line l SET returned_units = l.returned_units + r.units
			FROM (SELECT ?::int AS generation, order_id, line, sum(units) AS units
				FROM unnest(?::text[], ?::int[], ?::bigint[]) AS r (order_id, line, units)
				GROUP BY order_id, line OFFSET 0) r
			WHERE l.generation = r.generation AND l.order_id = r.order_id AND l.line = r.line
			""";

	private static final String SETTLE = """
			WITH known AS (
				SELECT f.*, s.state AS before,
					CASE s.state WHEN 'DROPPED' THEN s.state ELSE coalesce(f.outcome, s.state) END AS after
				FROM (SELECT ?::int AS generation, f.*
						FROM unnest(?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[])
							AS f (order_id, outcome, returned_units, returned, refunded) OFFSET 0) f
					JOIN sale s ON s.generation = f.generation AND s.order_id = f.order_id
				ORDER BY s.order_id FOR UPDATE OF s
			), settled AS (
				UPDATE sale s SET state = k.after, returned_units = s.returned_units + k.returned_units,
					returned = s.returned + k.returned, refunded = s.refunded + k.refunded
				FROM known k WHERE s.generation = k.generation AND s.order_id = k.order_id
					AND (k.before <> k.after OR k.returned_units <> 0 OR k.returned <> 0 OR k.refunded <> 0)
			)
			SELECT order_id, (after = 'COUNTED')::int - (before = 'COUNTED')::int AS weight, before = 'COUNTED' AS counted
			FROM known
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

	/// @throws IllegalStateException if an order has no such line
	void takeBack(int generation, List<ReturnedLine> lines) {
		var known = this.jdbc.sql(TAKE_BACK)
			.param(generation)
			.param(Columns.texts(lines, ReturnedLine::orderId))
			.param(Columns.numbers(lines, ReturnedLine::line))
			.param(Columns.numbers(lines, ReturnedLine::units))
			.update();
		if (known < lines.stream().map(line -> List.of(line.orderId(), line.line())).distinct().count()) {
			throw new IllegalStateException("One of these lines was never placed: %s".formatted(lines));
		}
	}

	/// Returns how the sales change what is summed up, where they do.
	///
	/// @throws IllegalStateException if an order was never placed
	List<SaleChange> settle(int generation, SortedMap<String, Fate> fates) {
		var settled = this.jdbc.sql(SETTLE)
			.param(generation)
			.param(fates.keySet().toArray(String[]::new))
			.param(Columns.texts(fates.values(), fate -> (fate.outcome() != null) ? fate.outcome().name() : null))
			.param(Columns.numbers(fates.values(), Fate::returnedUnits))
			.param(Columns.numbers(fates.values(), Fate::returned))
			.param(Columns.numbers(fates.values(), Fate::refunded))
			.query((row, number) -> new SaleChange(row.getString("order_id"), row.getInt("weight"),
					row.getBoolean("counted"), Objects.requireNonNull(fates.get(row.getString("order_id")))))
			.list();
		if (settled.size() < fates.size()) {
			throw new IllegalStateException("One of these orders was never placed: %s".formatted(fates.keySet()));
		}
		return settled.stream().filter(SaleChange::matters).toList();
	}

	private static long units(OrderPlaced sale) {
		return sale.lines().stream().mapToLong(OrderPlaced.Line::quantity).sum();
	}

	private record SaleLine(String orderId, OrderPlaced.Line ordered) {
	}

}
