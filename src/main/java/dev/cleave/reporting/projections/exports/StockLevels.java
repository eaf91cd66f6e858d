package dev.cleave.reporting.projections.exports;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/// Products of which there is little, the scarcest first, as the report shows them. Like all ranks written at once.
@Component
class StockLevels implements Source {

	private static final int FETCHED_AT_ONCE = 1_000;

	private static final String LEVELS = """
			SELECT l.sku, p.name, l.on_hand, l.reserved, l.available, l.low_at FROM stock_level l
			LEFT JOIN product p ON p.generation = l.generation AND p.sku = l.sku
			WHERE l.generation = (SELECT generation FROM serving) AND l.available < %s ORDER BY l.available, l.sku
			""";

	private final JdbcClient jdbc;

	StockLevels(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Report report() {
		return Report.STOCK;
	}

	@Override
	public List<String> columns(Question question) {
		return List.of("sku", "name", "on_hand", "reserved", "available", "low_stock_at");
	}

	@Override
	public long steps(Question question) {
		return 0;
	}

	@Override
	public Stretch write(Question question, @Nullable List<String> after, int atMost, PartWriter file) {
		levels(question.below()).withFetchSize(FETCHED_AT_ONCE).query(row -> {
			file.row(row.getString("sku"), row.getString("name"), row.getLong("on_hand"), row.getLong("reserved"),
					row.getLong("available"), row.getObject("low_at", Long.class));
		});
		return Stretch.WHOLE;
	}

	private StatementSpec levels(@Nullable Long below) {
		return (below != null) ? this.jdbc.sql(LEVELS.formatted("?")).param(below)
				: this.jdbc.sql(LEVELS.formatted("l.low_at"));
	}

}
