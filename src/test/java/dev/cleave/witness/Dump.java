package dev.cleave.witness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.cleave.TestServers;
import org.postgresql.PGConnection;

/// All tables of a shop's modules in a folder: what they look like in `schema.sql`, and a CSV file for each.
record Dump(Path folder) {

	private static final String SCHEMA = "schema.sql";

	private static final String TABLES = """
			SELECT format('%%I.%%I', '%1$s', relname), format('CREATE TABLE %%I.%%I (%%s)', '%1$s', relname, (
				SELECT string_agg(format('%%I %%s', attname, format_type(atttypid, atttypmod)), ', ' ORDER BY attnum)
				FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped))
			FROM pg_class c WHERE relnamespace = '%1$s'::regnamespace AND relkind = 'r' AND NOT relispartition
			ORDER BY relname
			""";

	/// What the database itself keeps from being wrong: a row that is there twice, say.
	private static final String KEYS = """
			SELECT 'a' || k.relname, pg_get_indexdef(k.oid) FROM pg_index JOIN pg_class k ON k.oid = indexrelid
			WHERE indisunique AND k.relnamespace = '%1$s'::regnamespace
			UNION ALL
			SELECT 'b' || conrelid || conname, format('ALTER TABLE %%s ADD CONSTRAINT %%I %%s', conrelid::regclass,
				conname, pg_get_constraintdef(oid))
			FROM pg_constraint WHERE contype = 'c' AND connamespace = '%1$s'::regnamespace
			ORDER BY 1
			""";

	private static final String VIEWS = """
			SELECT format('%%I.%%I', '%1$s', relname), format('CREATE VIEW %%I.%%I AS %%s', '%1$s', relname,
				rtrim(pg_get_viewdef(c.oid), ';'))
			FROM pg_class c WHERE relnamespace = '%1$s'::regnamespace AND relkind = 'v' ORDER BY c.oid
			""";

	/// Copies each database as it is at one moment.
	///
	/// @param databases by module, for somebody who may read everything
	static Dump of(Map<String, String> databases, Path folder) {
		var statements = new ArrayList<String>();
		for (var module : new TreeMap<>(databases).entrySet()) {
			try (var connection = DriverManager.getConnection(module.getValue())) {
				connection.setAutoCommit(false);
				connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
				statements.add("CREATE SCHEMA " + module.getKey());
				var tables = made(connection, TABLES.formatted(module.getKey()));
				statements.addAll(tables.values());
				statements.addAll(made(connection, KEYS.formatted(module.getKey())).values());
				statements.addAll(made(connection, VIEWS.formatted(module.getKey())).values());
				for (var table : tables.keySet()) {
					copyOut(connection, table, folder.resolve(table + ".csv"));
				}
			}
			catch (SQLException | IOException ex) {
				throw new IllegalStateException("%s can't be copied".formatted(module.getKey()), ex);
			}
		}
		write(folder.resolve(SCHEMA), String.join(";\n", statements) + ";\n");
		return new Dump(folder);
	}

	private static Map<String, String> made(Connection connection, String sql) throws SQLException {
		var statements = new LinkedHashMap<String, String>();
		try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
			while (rows.next()) {
				statements.put(rows.getString(1), rows.getString(2));
			}
		}
		return statements;
	}

	private static void copyOut(Connection connection, String table, Path file) throws SQLException, IOException {
		try (var out = Files.newOutputStream(file)) {
			connection.unwrap(PGConnection.class)
				.getCopyAPI()
				.copyOut("COPY (SELECT * FROM %s) TO STDOUT (FORMAT csv)".formatted(table), out);
		}
	}

	private static void write(Path file, String text) {
		try {
			Files.writeString(file, text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// Puts all of it into an empty database; returns its address.
	///
	/// @throws IllegalStateException if the tables refuse what they are to hold
	String load() {
		var url = TestServers.freshDatabase() + "?user=postgres";
		try (var connection = DriverManager.getConnection(url); var statement = connection.createStatement()) {
			statement.execute(Files.readString(this.folder.resolve(SCHEMA)));
			for (var table : tables()) {
				try (var in = Files.newInputStream(this.folder.resolve(table + ".csv"))) {
					connection.unwrap(PGConnection.class)
						.getCopyAPI()
						.copyIn("COPY %s FROM STDIN (FORMAT csv)".formatted(table), in);
				}
			}
			statement.execute("ANALYZE");
			return url;
		}
		catch (SQLException | IOException ex) {
			throw new IllegalStateException("%s can't be loaded".formatted(this.folder), ex);
		}
	}

	/// As `schema.table`.
	List<String> tables() {
		try (var files = Files.list(this.folder)) {
			return files.map((file) -> file.getFileName().toString())
				.filter((name) -> name.endsWith(".csv"))
				.map((name) -> name.substring(0, name.length() - ".csv".length()))
				.sorted()
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
