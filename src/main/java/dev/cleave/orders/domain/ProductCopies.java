package dev.cleave.orders.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What orders knows of products.
@Repository
class ProductCopies {

	private final JdbcClient jdbc;

	ProductCopies(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Map<String, ProductCopy> of(Collection<Basket> baskets) {
		var skus = baskets.stream().map(Basket::items).flatMap(List::stream).map(Basket.Item::sku).distinct();
		return this.jdbc.sql("SELECT sku, name, price, currency, active, version FROM product_copy WHERE sku = ANY(?)")
			.param(skus.toArray(String[]::new))
			.query((row, number) -> new ProductCopy(row.getString("sku"), row.getString("name"),
					new Price(row.getLong("price"), row.getString("currency")), row.getBoolean("active"),
					row.getLong("version")))
			.list()
			.stream()
			.collect(Collectors.toUnmodifiableMap(ProductCopy::sku, Function.identity()));
	}

	long count(Collection<String> skus) {
		return this.jdbc.sql("SELECT count(*) FROM product_copy WHERE sku = ANY(?)")
			.param(skus.toArray(String[]::new))
			.query(Long.class)
			.single();
	}

	/// @param copies at most one of each SKU; one that is older than what is known
	/// changes nothing
	void put(List<ProductCopy> copies) {
		this.jdbc.sql("""
				INSERT INTO product_copy AS p (sku, name, price, currency, active, version)
				SELECT * FROM unnest(?::text[], ?::text[], ?::bigint[], ?::text[], ?::boolean[], ?::bigint[])
				ON CONFLICT (sku) DO UPDATE SET name = EXCLUDED.name, price = EXCLUDED.price,
					currency = EXCLUDED.currency, active = EXCLUDED.active, version = EXCLUDED.version
				WHERE p.version < EXCLUDED.version
				""")
			.param(copies.stream().map(ProductCopy::sku).toArray(String[]::new))
			.param(copies.stream().map(ProductCopy::name).toArray(String[]::new))
			.param(copies.stream().map(copy -> copy.price().amount()).toArray(Long[]::new))
			.param(copies.stream().map(copy -> copy.price().currency()).toArray(String[]::new))
			.param(copies.stream().map(ProductCopy::active).toArray(Boolean[]::new))
			.param(copies.stream().map(ProductCopy::version).toArray(Long[]::new))
			.update();
	}

}
