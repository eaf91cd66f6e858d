package dev.cleave.acceptance;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;

/// Sales that reporting has never heard of, written right into its tables, ten lines each. One in twenty does not count.
record SoldBefore(Tables tables) {

	private static final int LINES_OF_A_SALE = 10;

	/// Makes so many lines that count, and some more that do not.
	void add(int lines) {
		this.tables.execute("reporting",
				"""
						INSERT INTO sale (generation, order_id, placed_on, country, customer, currency, total, units, state)
						SELECT 1, md5(n::text), date '2001-01-01' + n % 3650, 'C' || n % 30, 'customer-' || n % 1000, 'GBP', 0, 0,
							CASE WHEN n > SALES THEN 'DROPPED' ELSE 'COUNTED' END FROM generate_series(1, SALES + SALES / 20) n;
						INSERT INTO sale_line (generation, order_id, line, sku, units, revenue)
						SELECT 1, md5(n::text), line, 'S' || (n * 7 + line) % 5000, 1 + n % 9, n
						FROM generate_series(1, SALES + SALES / 20) n, generate_series(1, 10) line;
						INSERT INTO sales_day (generation, currency, day, country, orders, units, revenue)
						SELECT 1, currency, placed_on, country, count(*), 0, 0 FROM sale WHERE state = 'COUNTED' GROUP BY 2, 3, 4;
						ANALYZE sale, sale_line
						"""
					.replace("SALES", Integer.toString(lines / LINES_OF_A_SALE)));
	}

	void remove() {
		this.tables.execute("reporting", "TRUNCATE sale, sale_line, sales_day");
	}

	/// Number of lines, units, pennies, and a hash of all keys.
	String truth() {
		return this.tables.text("reporting", """
				SELECT count(*), sum(l.units), sum(l.revenue),
					md5(string_agg(order_id || ' ' || line, ',' ORDER BY order_id, line))
				FROM sale JOIN sale_line l USING (generation, order_id) WHERE state = 'COUNTED'
				""");
	}

	/// The same of a file.
	static String toldBy(byte[] file) {
		try (var reader = new BufferedReader(
				new InputStreamReader(new ByteArrayInputStream(file), StandardCharsets.UTF_8))) {
			reader.readLine();
			var keys = new ArrayList<String>();
			var units = 0L;
			var revenue = 0L;
			for (var line = reader.readLine(); line != null; line = reader.readLine()) {
				var values = line.split(",");
				keys.add(values[0] + " " + values[4]);
				units += Long.parseLong(values[7]);
				revenue += Long.parseLong(values[8]);
			}
			Collections.sort(keys, SoldBefore::byOrderAndLine);
			return "%d %d %d %s".formatted(keys.size(), units, revenue, hash(String.join(",", keys)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static int byOrderAndLine(String left, String right) {
		var orders = left.substring(0, 32).compareTo(right.substring(0, 32));
		return (orders != 0) ? orders
				: Integer.compare(Integer.parseInt(left.substring(33)), Integer.parseInt(right.substring(33)));
	}

	private static String hash(String text) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
