package dev.cleave.orders.domain;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.cleave.orders.OrderId;

import org.springframework.jdbc.core.simple.JdbcClient;

/// What the rows say about orders, in one line each: status, refund due, shipped-delivered-returned of each line; then
/// what came since some moment: moves, events and commands.
record Chronicle(JdbcClient jdbc, Map<OrderId, Long> versions, long said) {

	private static final String STORIES = """
			SELECT id, status || ' ' || refund_due || ' ' || lines || ': ' || concat_ws(' ', moves, said) AS story
			FROM unnest(?::uuid[], ?::bigint[]) AS since (id, seen)
			JOIN orders USING (id)
			JOIN (
				SELECT order_id AS id, string_agg(shipped || '-' || delivered || '-' || returned, ' ' ORDER BY line) AS lines
				FROM order_line GROUP BY 1) lines USING (id)
			LEFT JOIN LATERAL (
				SELECT string_agg(move, ' ' ORDER BY sequence) AS moves FROM order_timeline
				WHERE order_id = since.id AND sequence > seen) timeline ON true
			LEFT JOIN (
				SELECT subject, string_agg(substring(type FROM '\\.(.*)\\.'), ' ' ORDER BY kind DESC, sequence) AS said
				FROM outbox WHERE outbox.id > ? GROUP BY 1) messages ON subject = orders.id::text
			""";

	static Chronicle begin(JdbcClient jdbc, List<OrderId> orders) {
		var versions = jdbc.sql("SELECT id, version FROM orders WHERE id = ANY (?::uuid[])")
			.param(Columns.texts(orders, order -> order))
			.query((row, number) -> Map.entry(OrderId.of(row.getString("id")), row.getLong("version")))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
		return new Chronicle(jdbc, versions,
				jdbc.sql("SELECT coalesce(max(id), 0) FROM outbox").query(Long.class).single());
	}

	Map<OrderId, String> stories() {
		return this.jdbc.sql(STORIES)
			.param(Columns.texts(this.versions.keySet(), order -> order))
			.param(Columns.numbers(this.versions.values(), version -> version))
			.param(this.said)
			.query((row, number) -> Map.entry(OrderId.of(row.getString("id")), row.getString("story")))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

}
