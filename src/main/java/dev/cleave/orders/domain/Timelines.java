package dev.cleave.orders.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What happened to orders.
@Repository
class Timelines {

	private final JdbcClient jdbc;

	Timelines(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<Step> of(UUID order) {
		return this.jdbc
			.sql("""
					SELECT t.order_id, t.sequence, t.move, t.status, t.at, coalesce(r.remark, t.detail) AS detail, t.actor, t.cause
					FROM order_timeline t LEFT JOIN order_remark r ON r.order_id = t.order_id AND r.sequence = t.sequence
					WHERE t.order_id = ? ORDER BY t.sequence
					""")
			.param(order)
			.query((row, number) -> step(row))
			.list();
	}

	/// How often the order has made one of these moves.
	int count(UUID order, Move... moves) {
		return this.jdbc.sql("SELECT count(*) FROM order_timeline WHERE order_id = ? AND move = ANY (?::text[])")
			.param(order)
			.param(Columns.texts(List.of(moves), move -> move))
			.query(Integer.class)
			.single();
	}

	void append(List<Step> steps) {
		this.jdbc
			.sql("""
					INSERT INTO order_timeline (order_id, sequence, move, status, at, detail, actor, cause)
					SELECT * FROM unnest(?::uuid[], ?::bigint[], ?::text[], ?::text[], ?::timestamptz[], ?::text[], ?::text[],
						?::uuid[])
					""")
			.param(Columns.texts(steps, Step::order))
			.param(Columns.numbers(steps, Step::sequence))
			.param(Columns.texts(steps, Step::move))
			.param(Columns.texts(steps, Step::status))
			.param(Columns.texts(steps, Step::at))
			.param(Columns.texts(steps, Step::detail))
			.param(Columns.texts(steps, Step::actor))
			.param(Columns.texts(steps, Step::cause))
			.update();
	}

	void appendShortages(Map<UUID, Rejection> rejections) {
		var rows = rejections.entrySet()
			.stream()
			.flatMap(rejected -> rejected.getValue()
				.shortages()
				.stream()
				.map(shortage -> Map.entry(rejected.getKey(), shortage)))
			.toList();
		if (rows.isEmpty()) {
			return;
		}
		this.jdbc.sql("""
				INSERT INTO order_shortage (order_id, sku, requested, available)
				SELECT * FROM unnest(?::uuid[], ?::text[], ?::bigint[], ?::bigint[])
				""")
			.param(Columns.texts(rows, Map.Entry::getKey))
			.param(Columns.texts(rows, row -> row.getValue().sku()))
			.param(Columns.numbers(rows, row -> row.getValue().requested()))
			.param(Columns.numbers(rows, row -> row.getValue().available()))
			.update();
	}

	private static Step step(ResultSet row) throws SQLException {
		return new Step(Objects.requireNonNull(row.getObject("order_id", UUID.class)), row.getLong("sequence"),
				Move.valueOf(row.getString("move")), OrderStatus.valueOf(row.getString("status")),
				row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("detail"), row.getString("actor"),
				row.getObject("cause", UUID.class));
	}

}
