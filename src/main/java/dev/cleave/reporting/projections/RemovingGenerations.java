package dev.cleave.reporting.projections;

import java.util.List;

import dev.cleave.platform.messaging.Remains;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Removes the rows of generations that are over, table by table.
@Service
public class RemovingGenerations implements Remains {

	private static final List<String> TABLES = List.of("sale_line", "sale", "sales_day", "product_day", "customer_day",
			"product", "stock_level");

	/// Any rows will do, so the planner would rather read the table from its beginning,
	/// and all of it to find that none are left.
	private static final String BY_INDEX = "SET LOCAL enable_seqscan = off";

	private final JdbcClient jdbc;

	RemovingGenerations(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public String module() {
		return "reporting";
	}

	@Override
	public int remove(int generation, int atMost) {
		this.jdbc.sql(BY_INDEX).update();
		var removed = 0;
		for (var table : TABLES) {
			removed += this.jdbc.sql("""
					DELETE FROM %s WHERE ctid = ANY (ARRAY (SELECT ctid FROM %1$s WHERE generation = ? LIMIT ?))
					""".formatted(table)).params(generation, atMost - removed).update();
		}
		return removed;
	}

}
