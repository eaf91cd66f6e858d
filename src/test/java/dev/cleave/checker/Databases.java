package dev.cleave.checker;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// The databases of the modules as they were at one moment.
final class Databases implements AutoCloseable {

	static final int WITNESSES = 5;

	private final Map<String, Connection> connections;

	private Databases(Map<String, Connection> connections) {
		this.connections = connections;
	}

	/// Opens one snapshot of every database. Modules with the same address share it.
	static Databases snapshot(Map<String, String> urls) {
		var byUrl = new HashMap<String, Connection>();
		var byModule = new TreeMap<String, Connection>();
		var databases = new Databases(byModule);
		try {
			for (var module : urls.entrySet()) {
				var connection = byUrl.get(module.getValue());
				if (connection == null) {
					connection = open(module.getValue());
					byUrl.put(module.getValue(), connection);
				}
				byModule.put(module.getKey(), connection);
			}
			return databases;
		}
		catch (SQLException ex) {
			databases.close();
			throw new IllegalStateException("A database of the shop is out of reach", ex);
		}
	}

	/// Looks at everything through one connection, with what it has changed and not
	/// committed.
	static Databases through(Connection connection, Iterable<String> modules) {
		var byModule = new TreeMap<String, Connection>();
		modules.forEach((module) -> byModule.put(module, connection));
		return new Databases(byModule);
	}

	private static Connection open(String url) throws SQLException {
		var connection = DriverManager.getConnection(url);
		connection.setAutoCommit(false);
		connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
		connection.setReadOnly(true);
		try (var statement = connection.createStatement()) {
			// Tables that have just grown have no statistics yet, and a nested loop over
			// them would never end.
			statement.execute("SET enable_nestloop = off");
			statement.execute("SET work_mem = '64MB'");
			statement.execute("SET statement_timeout = '60s'");
		}
		return connection;
	}

	Iterable<String> modules() {
		return this.connections.keySet();
	}

	/// The first rows that a query finds, in words.
	List<String> found(String module, String sql) {
		return query(module, sql, WITNESSES, (results) -> {
			var rows = new ArrayList<String>();
			while (results.next()) {
				rows.add(inWords(results));
			}
			return rows;
		});
	}

	/// All rows of a query: the last column by the others.
	NavigableMap<String, String> keyed(String module, String sql) {
		return query(module, sql, 0, (results) -> {
			var rows = new TreeMap<String, String>();
			var columns = results.getMetaData().getColumnCount();
			while (results.next()) {
				var key = new ArrayList<String>();
				for (var column = 1; column < columns; column++) {
					key.add(results.getString(column));
				}
				rows.put(String.join(" | ", key), String.valueOf(results.getString(columns)));
			}
			return rows;
		});
	}

	private <T> T query(String module, String sql, int mostRows, Reading<T> reading) {
		try (var statement = this.connections.get(module).createStatement()) {
			statement.setMaxRows(mostRows);
			try (var results = statement.executeQuery(sql)) {
				return reading.read(results);
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException("This query of the checker fails in " + module + ":\n" + sql, ex);
		}
	}

	private static String inWords(ResultSet row) throws SQLException {
		var words = new ArrayList<String>();
		for (var column = 1; column <= row.getMetaData().getColumnCount(); column++) {
			words.add(row.getMetaData().getColumnLabel(column) + "=" + row.getString(column));
		}
		return String.join(", ", words);
	}

	@Override
	public void close() {
		for (var connection : new LinkedHashSet<>(this.connections.values())) {
			try {
				connection.close();
			}
			catch (SQLException ex) {
				throw new IllegalStateException("A snapshot cannot be closed", ex);
			}
		}
	}

	private interface Reading<T> {

		T read(ResultSet results) throws SQLException;

	}

}
