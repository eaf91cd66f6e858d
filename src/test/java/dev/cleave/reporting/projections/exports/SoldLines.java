package dev.cleave.reporting.projections.exports;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

/// Sales that were never heard of, written right into the tables: enough of them at once for any file.
record SoldLines(JdbcClient jdbc) {

	/// So many sales, of up to five lines each; every seventh does not count.
	void add(int sales) {
		this.jdbc.sql("DELETE FROM sale").update();
		this.jdbc.sql("DELETE FROM sale_line").update();
		add(sales, 1);
	}

	/// The same sales once more, as another generation knows them.
	void add(int sales, int generation) {
		this.jdbc
			.sql("""
					INSERT INTO sale (generation, order_id, placed_on, country, customer, currency, total, units, state)
					SELECT ?, md5(n::text), date '2011-01-01' + n % 30, 'EIRE', 'C' || n % 10, CASE n % 11 WHEN 0 THEN 'EUR' ELSE 'GBP' END,
						0, 0, CASE n % 7 WHEN 0 THEN 'DROPPED' ELSE 'COUNTED' END
					FROM generate_series(1, ?) n
					""")
			.param(generation)
			.param(sales)
			.update();
		this.jdbc.sql("""
				INSERT INTO sale_line (generation, order_id, line, sku, units, revenue)
				SELECT ?, md5(n::text), line, 'S' || (n + line) % 100, line, n
				FROM generate_series(1, ?) n, generate_series(1, 1 + n % 5) line
				""").param(generation).param(sales).update();
	}

	/// The keys of the lines that count, in the order of the file.
	List<String> keys(String condition) {
		return this.jdbc
			.sql("""
					SELECT order_id || ' ' || line FROM sale JOIN sale_line USING (generation, order_id) WHERE generation = 1 AND state = 'COUNTED' AND %s
					ORDER BY placed_on, order_id, line
					"""
				.formatted(condition))
			.query((row, number) -> row.getString(1))
			.list();
	}

}
