package dev.cleave.inventory.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The levels of products: as they are, and as others were last told.
@Repository
class Levels {

	private static final String LEVELS = """
			SELECT product.sku, coalesce(sum(on_hand), 0) AS on_hand, coalesce(sum(reserved), 0) AS reserved,
				low_stock_at AS low_at, coalesce(sum(sequence), 0) AS version
			FROM product LEFT JOIN stock ON stock.sku = product.sku
			WHERE product.sku = ANY (?::text[]) GROUP BY product.sku ORDER BY product.sku
			""";

	private static final String OPEN = """
			INSERT INTO stock_told (sku) SELECT sku FROM product WHERE sku = ANY (?::text[]) ORDER BY sku
			ON CONFLICT DO NOTHING
			""";

	private static final String TOLD = """
			SELECT sku, on_hand, reserved, low_at, version FROM stock_told WHERE sku = ANY (?::text[]) ORDER BY sku FOR UPDATE
			""";

	private static final String KEEP = """
			UPDATE stock_told SET on_hand = level.on_hand, reserved = level.reserved, low_at = level.low_at,
				version = level.version
			FROM unnest(?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
				AS level (sku, on_hand, reserved, low_at, version)
			WHERE stock_told.sku = level.sku
			""";

	/// A whole look at all products, but at nothing else.
	private static final String UNTOLD = """
			SELECT product.sku FROM product
			LEFT JOIN (SELECT sku, sum(sequence) AS version FROM stock GROUP BY sku) moved USING (sku)
			LEFT JOIN stock_told USING (sku)
			WHERE stock_told.version IS DISTINCT FROM coalesce(moved.version, 0) OR low_at IS DISTINCT FROM low_stock_at
			LIMIT ?
			""";

	private final JdbcClient jdbc;

	Levels(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/// What others were told of these products, those of them that exist, by SKU. Nobody
	/// else can tell anything of them
	/// until the transaction ends.
	Map<String, Level> lockTold(Collection<String> skus) {
		var sorted = skus.stream().sorted().toArray(String[]::new);
		this.jdbc.sql(OPEN).param(sorted).update();
		var told = new HashMap<String, Level>();
		this.jdbc.sql(TOLD).param(sorted).query(row -> {
			told.put(row.getString("sku"), level(row));
		});
		return told;
	}

	/// How it is now, by SKU.
	List<Level> now(Collection<String> skus) {
		return this.jdbc.sql(LEVELS).param(skus.toArray(String[]::new)).query((row, number) -> level(row)).list();
	}

	void keepTold(Collection<Level> levels) {
		this.jdbc.sql(KEEP)
			.param(Columns.texts(levels, Level::sku))
			.param(Columns.numbers(levels, Level::onHand))
			.param(Columns.numbers(levels, Level::reserved))
			.param(Columns.texts(levels, Level::lowAt))
			.param(Columns.numbers(levels, Level::version))
			.update();
	}

	/// Products of which something else is so than was told.
	List<String> untold(int limit) {
		return this.jdbc.sql(UNTOLD).param(limit).query((row, number) -> row.getString("sku")).list();
	}

	private static Level level(ResultSet row) throws SQLException {
		return new Level(row.getString("sku"), row.getLong("on_hand"), row.getLong("reserved"),
				row.getObject("low_at", Long.class), row.getLong("version"));
	}

}
