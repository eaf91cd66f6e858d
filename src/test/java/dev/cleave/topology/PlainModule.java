package dev.cleave.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

import dev.cleave.TestServers;

import static org.assertj.core.api.Assertions.assertThat;

/// A module that is nothing but tables, a login and somebody who writes without a pause: to the database that requests
/// are led to, and once only what it was told to be written.
final class PlainModule implements AutoCloseable {

	static final String LOGIN = "cleave_plain";

	private static final String TABLES = """
			CREATE SCHEMA plain;
			GRANT USAGE ON SCHEMA plain TO cleave_plain;
			ALTER DEFAULT PRIVILEGES IN SCHEMA plain GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO cleave_plain;
			ALTER DEFAULT PRIVILEGES IN SCHEMA plain GRANT USAGE, SELECT ON SEQUENCES TO cleave_plain;
			CREATE TABLE plain.schema_history (version text PRIMARY KEY, checksum int, success boolean);
			REVOKE INSERT, UPDATE, DELETE ON plain.schema_history FROM cleave_plain;
			INSERT INTO plain.schema_history VALUES ('1', 1, true);
			CREATE TABLE plain.log_partition (partition smallint PRIMARY KEY, next_position bigint NOT NULL);
			INSERT INTO plain.log_partition SELECT partition, 0 FROM generate_series(0, 7) partition;
			CREATE TABLE plain.event_log (partition smallint, position bigint, PRIMARY KEY (partition, position));
			REVOKE UPDATE, DELETE ON plain.event_log FROM cleave_plain;
			CREATE TABLE plain.outbox (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
			CREATE TABLE plain.subscription_cursor (
				subscription text, source text, partition smallint, position bigint,
				PRIMARY KEY (subscription, source, partition));
			CREATE TABLE plain.audit_entry (
				id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, said bigint UNIQUE NOT NULL,
				words tsvector GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, said::text)) STORED);
			""";

	private final String shared = TestServers.freshDatabase();

	private final String own = TestServers.freshDatabase();

	/// The group that requests are led to.
	private final Path group;

	private final Path route;

	private final ConcurrentLinkedQueue<Long> written = new ConcurrentLinkedQueue<>();

	private final ConcurrentLinkedQueue<String> trouble = new ConcurrentLinkedQueue<>();

	private final List<Connection> signedIn = new ArrayList<>();

	private volatile boolean running = true;

	private volatile long longestPause;

	private final Thread writer = Thread.ofPlatform().name("writer").unstarted(this::writeOn);

	PlainModule(Path folder) throws SQLException, IOException {
		this.group = Files.writeString(folder.resolve("group"), "mono");
		this.route = Files.writeString(folder.resolve("route"), """
				#!/bin/sh
				echo "$2" >'%1$s.new' && mv '%1$s.new' '%1$s'
				""".formatted(this.group));
		Files.setPosixFilePermissions(this.route, PosixFilePermissions.fromString("rwx------"));
		execute(this.shared, "DO $$ BEGIN IF to_regrole('cleave_plain') IS NULL THEN "
				+ "CREATE ROLE cleave_plain LOGIN PASSWORD 'plain'; END IF; END $$");
		for (var database : List.of(this.shared, this.own)) {
			execute(database, TABLES);
			// As the pools of a module's process would be.
			this.signedIn.add(signIn(database));
		}
	}

	String shared() {
		return this.shared;
	}

	String own() {
		return this.own;
	}

	MovingScript script() {
		return MovingScript.between(this.shared, this.own, this.route.toString());
	}

	private String served() {
		try {
			return Files.readString(this.group).strip().equals("mono") ? this.shared : this.own;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void startWriting() {
		this.writer.start();
	}

	void stopWriting() throws InterruptedException {
		this.running = false;
		this.writer.join();
	}

	List<Long> written() {
		return List.copyOf(this.written);
	}

	/// The longest time in which nothing could be written, in milliseconds.
	long longestPause() {
		return this.longestPause;
	}

	private void writeOn() {
		var last = System.nanoTime();
		for (var number = 1L; this.running;) {
			var database = served();
			try (var connection = as(LOGIN, database)) {
				while (this.running && database.equals(served())) {
					write(connection, number);
					this.written.add(number++);
					this.longestPause = Math.max(this.longestPause, (System.nanoTime() - last) / 1_000_000);
					last = System.nanoTime();
				}
			}
			catch (SQLException ex) {
				if (!"42501".equals(ex.getSQLState())) {
					this.trouble.add(ex.toString());
				}
			}
		}
	}

	/// As the engine does: numbers without a gap, under the lock of a row.
	private static void write(Connection connection, long number) throws SQLException {
		connection.setAutoCommit(false);
		try (var statement = connection.createStatement()) {
			statement.execute("INSERT INTO plain.audit_entry (said) VALUES (%d)".formatted(number));
			statement.execute("WITH id AS (INSERT INTO plain.outbox DEFAULT VALUES RETURNING id) SELECT * FROM id");
			statement.execute("DELETE FROM plain.outbox");
			statement.execute("""
					WITH given AS (
						UPDATE plain.log_partition SET next_position = next_position + 1 WHERE partition = %d
						RETURNING partition, next_position - 1)
					INSERT INTO plain.event_log SELECT * FROM given""".formatted(number % 8));
			connection.commit();
		}
		catch (SQLException ex) {
			connection.rollback();
			throw ex;
		}
	}

	Connection signIn(String database) throws SQLException {
		return as(LOGIN, database);
	}

	void signOut() throws SQLException {
		for (var connection : this.signedIn) {
			connection.close();
		}
	}

	/// What the login may do, table by table.
	String rights(String database) throws SQLException {
		return ask(database, """
				SELECT string_agg(table_name || ' ' || privilege_type, ', ' ORDER BY table_name, privilege_type)
				FROM information_schema.role_table_grants WHERE grantee = 'cleave_plain'""");
	}

	/// Publications, subscriptions and slots in both databases.
	int remains() throws SQLException {
		var sum = 0;
		for (var database : List.of(this.shared, this.own)) {
			sum += Integer.parseInt(ask(database, """
					SELECT (SELECT count(*) FROM pg_publication)
						+ (SELECT count(*) FROM pg_subscription WHERE subdbid = oid)
						+ (SELECT count(*) FROM pg_replication_slots WHERE database = datname)
					FROM pg_database WHERE datname = current_database()"""));
		}
		return sum;
	}

	/// All that was said to be written is there, once, in order, and nothing else is.
	void verify(String database) throws SQLException {
		assertThat(this.trouble).isEmpty();
		assertThat(ask(database, "SELECT string_agg(said::text, ',' ORDER BY id) FROM plain.audit_entry"))
			.isEqualTo(this.written.stream().map(String::valueOf).collect(Collectors.joining(",")));
		assertThat(ask(database, """
				SELECT string_agg(partition || ' ' || count || ' ' || next_position, ',') FROM plain.log_partition
				LEFT JOIN (SELECT partition, count(*), max(position) FROM plain.event_log GROUP BY partition) log
				USING (partition) WHERE count <> next_position OR max <> next_position - 1""")).isEqualTo("null");
	}

	static void execute(String database, String sql) throws SQLException {
		try (var connection = as("postgres", database); var statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	static String ask(String database, String sql) throws SQLException {
		try (var connection = as("postgres", database);
				var statement = connection.createStatement();
				var row = statement.executeQuery(sql)) {
			row.next();
			return String.valueOf(row.getString(1));
		}
	}

	private static Connection as(String login, String database) throws SQLException {
		return DriverManager.getConnection(database, login, "plain");
	}

	@Override
	public void close() throws Exception {
		stopWriting();
		signOut();
	}

}
