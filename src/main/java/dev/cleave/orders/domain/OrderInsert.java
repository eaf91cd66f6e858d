package dev.cleave.orders.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import dev.cleave.orders.OrderId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/// Writes new orders, with their lines and the first entry of their timelines, by one statement, however many they are
/// and however many lines they have.
///
/// Whoever comes first has a reference; the statement takes references in order, so that two of them can't block each
/// other.
final class OrderInsert {

	private static final String SQL = """
			WITH written AS (
				INSERT INTO orders (id, reference, customer, owner, status, payment_terms, currency, total, country, ship_to,
					placed_at, recorded_at, due_at, version)
				SELECT o.id, o.reference, o.customer, o.owner, 'PENDING', o.payment_terms, o.currency, o.total, o.country,
					o.ship_to, o.placed_at, ?::timestamptz, now() + nullif(?, '')::interval, 1
				FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[],
						?::text[], ?::timestamptz[])
					WITH ORDINALITY
					AS o (id, reference, customer, owner, payment_terms, currency, total, country, ship_to, placed_at, place)
				ORDER BY o.reference, o.place
				ON CONFLICT (reference) DO NOTHING
				RETURNING id, owner, recorded_at
			), lines AS (
				INSERT INTO order_line (order_id, line, sku, name, quantity, unit_price)
				SELECT l.order_id, l.line, l.sku, l.name, l.quantity, l.unit_price
				FROM unnest(?::uuid[], ?::int[], ?::text[], ?::text[], ?::bigint[], ?::bigint[])
					AS l (order_id, line, sku, name, quantity, unit_price)
				JOIN written ON written.id = l.order_id
			), steps AS (
				INSERT INTO order_timeline (order_id, sequence, move, status, at, actor)
				SELECT id, 1, 'PLACE', 'PENDING', recorded_at, owner FROM written
			)
			SELECT id FROM written
			""";

	private final JdbcClient jdbc;

	OrderInsert(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/// Returns which of them are written.
	///
	/// @param stay how long they may stay unsettled; null for as long as it takes
	Set<OrderId> run(List<PlacedOrder> orders, Instant now, @Nullable Duration stay) {
		var lines = orders.stream()
			.flatMap(order -> order.lines().stream().map(line -> new Line(order.id(), line)))
			.toList();
		return this.jdbc.sql(SQL)
			.params(parameters(orders, lines, now, stay))
			.query(UUID.class)
			.list()
			.stream()
			.map(OrderId::new)
			.collect(Collectors.toUnmodifiableSet());
	}

	private static List<Object> parameters(List<PlacedOrder> orders, List<Line> lines, Instant now,
			@Nullable Duration stay) {
		var parameters = new ArrayList<Object>();
		parameters.add(now.toString());
		parameters.add((stay != null) ? stay.toString() : "");
		parameters.add(Columns.texts(orders, PlacedOrder::id));
		parameters.add(Columns.texts(orders, PlacedOrder::reference));
		parameters.add(Columns.texts(orders, PlacedOrder::customer));
		parameters.add(Columns.texts(orders, PlacedOrder::owner));
		parameters.add(Columns.texts(orders, PlacedOrder::terms));
		parameters.add(Columns.texts(orders, PlacedOrder::currency));
		parameters.add(Columns.numbers(orders, PlacedOrder::total));
		parameters.add(Columns.texts(orders, PlacedOrder::country));
		parameters.add(Columns.texts(orders, PlacedOrder::shipTo));
		parameters.add(Columns.texts(orders, PlacedOrder::placedAt));
		parameters.add(Columns.texts(lines, Line::order));
		parameters.add(lines.stream().map(line -> line.of().line()).toArray(Integer[]::new));
		parameters.add(Columns.texts(lines, line -> line.of().sku()));
		parameters.add(Columns.texts(lines, line -> line.of().name()));
		parameters.add(Columns.numbers(lines, line -> line.of().quantity()));
		parameters.add(Columns.numbers(lines, line -> line.of().unitPrice()));
		return parameters;
	}

	private record Line(OrderId order, OrderLine of) {

	}

}
