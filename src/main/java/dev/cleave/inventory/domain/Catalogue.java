package dev.cleave.inventory.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/// Many products at a time: imports and lists.
@Repository
class Catalogue {

	private static final String SHEETS = """
			SELECT product.sku, name, description, price, currency, status, low_stock_at, version,
				coalesce(available, 0) AS available, coalesce(moves, 0) AS stock_version
			FROM product LEFT JOIN LATERAL (
				SELECT sum(on_hand - reserved)::bigint AS available, sum(sequence)::bigint AS moves
				FROM stock WHERE stock.sku = product.sku) stock ON true
			""";

	/// Found by two indexes: the words of the name, and the range of SKUs with the
	/// prefix. The words are looked up on their
	/// own, or the planner would rather walk through all products by SKU and compare.
	private static final String FOUND = """
			WITH named AS MATERIALIZED (
				SELECT sku FROM product WHERE words @@ to_tsquery('simple'::regconfig, coalesce(
					replace(nullif(trim(regexp_replace(:query, '[^[:alnum:]]+', ' ', 'g')), ''), ' ', ' & ') || ':*', ''))
			), found AS (
				(SELECT sku FROM named WHERE sku > :after ORDER BY sku LIMIT :limit)
				UNION
				(SELECT sku FROM product
				WHERE sku > :after AND sku >= :query AND sku < :query || U&'\\+10FFFF' ORDER BY sku LIMIT :limit)
			)
			""";

	private static final String PAGE = "ORDER BY product.sku LIMIT :limit";

	private static final String TAKE = """
			INSERT INTO product (sku, name, description, price, currency, status, low_stock_at, version)
			SELECT *, 1 FROM unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::bigint[])
				AS offer (sku)
			ORDER BY sku COLLATE "C"
			ON CONFLICT (sku) DO UPDATE SET name = EXCLUDED.name, description = EXCLUDED.description,
				price = EXCLUDED.price, currency = EXCLUDED.currency, status = EXCLUDED.status,
				low_stock_at = EXCLUDED.low_stock_at, version = product.version + 1
			WHERE (product.name, product.description, product.price, product.currency, product.status,
					product.low_stock_at)
				IS DISTINCT FROM (EXCLUDED.name, EXCLUDED.description, EXCLUDED.price, EXCLUDED.currency,
					EXCLUDED.status, EXCLUDED.low_stock_at)
			RETURNING sku, version
			""";

	private final JdbcClient jdbc;

	Catalogue(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<ProductSheet> find(String sku) {
		return sheets(this.jdbc.sql(SHEETS + "WHERE product.sku = :sku").param("sku", sku)).stream().findFirst();
	}

	/// Those of them that exist, by SKU.
	Map<String, ProductSheet> find(Collection<String> skus) {
		return sheets(this.jdbc.sql(SHEETS + "WHERE product.sku = ANY (?::text[])").param(skus.toArray(String[]::new)))
			.stream()
			.collect(Collectors.toMap(ProductSheet::sku, Function.identity()));
	}

	/// @param query words of a name, the last of which may be a beginning, or the
	/// beginning of a SKU; null for all
	/// @param after the last SKU seen; empty at first
	List<ProductSheet> find(@Nullable String query, String after, int limit) {
		return sheets(((query == null) ? this.jdbc.sql(SHEETS + "WHERE product.sku > :after " + PAGE)
				: this.jdbc.sql(FOUND + SHEETS + "WHERE product.sku IN (SELECT sku FROM found) " + PAGE)
					.param("query", query))
			.param("after", after)
			.param("limit", limit));
	}

	boolean has(String sku) {
		return this.jdbc.sql("SELECT EXISTS (SELECT FROM product WHERE sku = ?)")
			.param(sku)
			.query(Boolean.class)
			.single();
	}

	/// Takes the offers, which are of different products.
	/// @return the versions of those that are new (1) or changed
	Map<String, Long> take(Collection<ProductOffer> offers) {
		var versions = new HashMap<String, Long>();
		this.jdbc.sql(TAKE)
			.param(Columns.texts(offers, ProductOffer::sku))
			.param(Columns.texts(offers, ProductOffer::name))
			.param(Columns.texts(offers, ProductOffer::description))
			.param(Columns.numbers(offers, ProductOffer::price))
			.param(Columns.texts(offers, ProductOffer::currency))
			.param(Columns.texts(offers, ProductOffer::status))
			.param(Columns.texts(offers, ProductOffer::lowStockAt))
			.query(row -> {
				versions.put(row.getString("sku"), row.getLong("version"));
			});
		return versions;
	}

	private static List<ProductSheet> sheets(StatementSpec statement) {
		return statement.query((row, number) -> sheet(row)).list();
	}

	private static ProductSheet sheet(ResultSet row) throws SQLException {
		return new ProductSheet(row.getString("sku"), row.getString("name"), row.getString("description"),
				row.getLong("price"), row.getString("currency"), ProductStatus.valueOf(row.getString("status")),
				row.getObject("low_stock_at", Long.class), row.getLong("available"), row.getLong("version"),
				row.getLong("stock_version"));
	}

}
