package dev.cleave.acceptance;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/// A look behind the curtain of a shop, or a hand reaching through it.
///
/// @param databases by module
record Tables(Map<String, String> databases) {

	long number(String module, String sql) {
		return Long.parseLong(text(module, sql));
	}

	/// The columns of the only row, with spaces between them.
	String text(String module, String sql) {
		try (var connection = connection(module);
				var statement = connection.createStatement();
				var rows = statement.executeQuery(sql)) {
			rows.next();
			var text = new StringBuilder();
			for (var column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
				text.append((column > 1) ? " " : "").append(rows.getString(column));
			}
			return text.toString();
		}
		catch (SQLException ex) {
			throw new IllegalStateException(sql, ex);
		}
	}

	/// Reads whatever there is, row by row.
	void rows(String module, String sql, RowReader reader) {
		try (var connection = connection(module);
				var statement = connection.createStatement();
				var rows = statement.executeQuery(sql)) {
			while (rows.next()) {
				reader.read(rows);
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException(sql, ex);
		}
	}

	void execute(String module, String sql) {
		try (var connection = connection(module); var statement = connection.createStatement()) {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(sql, ex);
		}
	}

	private Connection connection(String module) throws SQLException {
		var connection = DriverManager.getConnection(this.databases.get(module), "postgres", "");
		connection.setSchema(module);
		return connection;
	}

	/// Takes one row.
	interface RowReader {

		void read(ResultSet row) throws SQLException;

	}

}
