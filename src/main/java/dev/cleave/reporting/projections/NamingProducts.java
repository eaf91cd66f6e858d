package dev.cleave.reporting.projections;

import java.util.List;
import java.util.TreeMap;

import dev.cleave.inventory.events.ProductChanged;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeps the names that reports show beside SKUs: the latest of each.
@Service
public class NamingProducts {

	private final JdbcClient jdbc;

	NamingProducts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Transactional("reporting")
	public void name(int generation, List<ProductChanged> changes) {
		var names = new TreeMap<String, String>();
		changes.forEach(change -> names.put(change.sku(), change.name()));
		this.jdbc.sql("""
				INSERT INTO product (generation, sku, name)
				SELECT ?, sku, name FROM unnest(?::text[], ?::text[]) AS p (sku, name) ORDER BY sku
				ON CONFLICT (generation, sku) DO UPDATE SET name = EXCLUDED.name
				""")
			.param(generation)
			.param(names.keySet().toArray(String[]::new))
			.param(names.values().toArray(String[]::new))
			.update();
	}

}
