package dev.cleave.witness;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import dev.cleave.checker.Checker;

/// How many of many single rows that are made wrong in a dump are found: a row is gone, is there twice, or says another
/// number.
///
/// @param found of each table, as `found/made`
/// @param overlooked what was not found
public record Corruptions(Map<String, String> found, List<String> overlooked, double rate) {

	/// What must be true of whatever a shop may forget or count twice. What is only kept
	/// for people to read, or to sign in by, is not here.
	private static final List<String> TABLES = List.of("inventory.movement", "inventory.stock", "inventory.reservation",
			"inventory.reservation_line", "inventory.event_log", "inventory.log_partition", "inventory.stock_told",
			"inventory.message_sequence", "orders.orders", "orders.order_line", "orders.order_timeline",
			"orders.payment", "orders.event_log", "orders.log_partition", "orders.message_sequence",
			"orders.product_copy", "reporting.sale", "reporting.sale_line", "reporting.sales_day",
			"reporting.product_day", "reporting.stock_level", "orders.subscription_cursor",
			"inventory.subscription_cursor", "reporting.subscription_cursor");

	/// Of a witness that found nothing.
	public static Corruptions of(Witness witness, int number, long seed) {
		var random = new Random(seed);
		var made = new TreeMap<String, int[]>();
		var overlooked = new ArrayList<String>();
		try (var connection = DriverManager.getConnection(new Dump(witness.folder()).load())) {
			connection.setAutoCommit(false);
			var checker = Checker.of(witness.modules("unused"));
			var history = witness.history();
			for (var attempt = 0; attempt < number; attempt++) {
				var table = TABLES.get(random.nextInt(TABLES.size()));
				var wrong = corruption(connection, table, random);
				if (wrong.isEmpty()) {
					continue;
				}
				var count = made.computeIfAbsent(table, (_) -> new int[2]);
				count[1]++;
				if (isRefused(connection, wrong) || !checker.brokenThrough(connection, history).isEmpty()) {
					count[0]++;
				}
				else {
					overlooked.add(wrong);
				}
				connection.rollback();
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
		var found = new TreeMap<String, String>();
		made.forEach((table, count) -> found.put(table, count[0] + "/" + count[1]));
		var all = made.values().stream().mapToInt((count) -> count[1]).sum();
		return new Corruptions(found, overlooked, (all - overlooked.size()) / (double) all);
	}

	/// Whether the table's own keys keep it out, as they keep a dump from being loaded
	/// that holds it.
	private static boolean isRefused(Connection connection, String wrong) throws SQLException {
		try (var statement = connection.createStatement()) {
			statement.execute(wrong);
			return false;
		}
		catch (SQLException ex) {
			if (!String.valueOf(ex.getSQLState()).startsWith("23")) {
				throw ex;
			}
			return true;
		}
	}

	/// @return a statement, or nothing if the table has no row
	private static String corruption(Connection connection, String table, Random random) throws SQLException {
		var row = one(connection,
				"SELECT ctid::text FROM %s ORDER BY md5(ctid::text || %d) LIMIT 1".formatted(table, random.nextInt()));
		if (row.isEmpty()) {
			return "";
		}
		var numbers = one(connection, """
				SELECT string_agg(attname, ' ') FROM pg_attribute
				WHERE attrelid = '%s'::regclass AND attnum > 0 AND atttypid IN ('int8'::regtype, 'int4'::regtype)
				""".formatted(table)).split(" ");
		var column = numbers[random.nextInt(numbers.length)];
		return switch (random.nextInt(3)) {
			case 0 -> "DELETE FROM %s WHERE ctid = '%s'".formatted(table, row);
			case 1 -> "INSERT INTO %1$s SELECT * FROM %1$s WHERE ctid = '%2$s'".formatted(table, row);
			default -> "UPDATE %1$s SET %3$s = coalesce(%3$s, 0) + 1 WHERE ctid = '%2$s'".formatted(table, row, column);
		};
	}

	private static String one(Connection connection, String sql) throws SQLException {
		try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
			return rows.next() ? String.valueOf(rows.getString(1)) : "";
		}
	}

}
