package dev.cleave.orders.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

import dev.cleave.orders.domain.Rejection.Shortage;
import org.jspecify.annotations.Nullable;

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
		return this.jdbc.sql("SELECT * FROM order_timeline WHERE order_id = ? ORDER BY sequence")
			.param(order)
			.query((row, number) -> step(row))
			.list();
	}

	void append(List<Step> steps) {
		this.jdbc
			.sql("""
					INSERT INTO order_timeline (order_id, sequence, status, at, detail, actor, cause)
					SELECT * FROM unnest(?::uuid[], ?::bigint[], ?::text[], ?::timestamptz[], ?::text[], ?::text[], ?::uuid[])
					""")
			.param(texts(steps, Step::order))
			.param(steps.stream().map(Step::sequence).toArray(Long[]::new))
			.param(texts(steps, Step::status))
			.param(texts(steps, Step::at))
			.param(texts(steps, Step::detail))
			.param(texts(steps, Step::actor))
			.param(texts(steps, Step::cause))
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
			.param(texts(rows, Map.Entry::getKey))
			.param(texts(rows, row -> row.getValue().sku()))
			.param(rows.stream().map(Map.Entry::getValue).map(Shortage::requested).toArray(Long[]::new))
			.param(rows.stream().map(Map.Entry::getValue).map(Shortage::available).toArray(Long[]::new))
			.update();
	}

	private static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable Object> value) {
		return rows.stream().map(value).map(text -> (text != null) ? text.toString() : null).toArray(String[]::new);
	}

	private static Step step(ResultSet row) throws SQLException {
		return new Step(Objects.requireNonNull(row.getObject("order_id", UUID.class)), row.getLong("sequence"),
				OrderStatus.valueOf(row.getString("status")), row.getObject("at", OffsetDateTime.class).toInstant(),
				row.getString("detail"), row.getString("actor"), row.getObject("cause", UUID.class));
	}

}
