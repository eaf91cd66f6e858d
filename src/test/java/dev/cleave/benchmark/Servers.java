package dev.cleave.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

import dev.cleave.platform.local.LocalServers;
import dev.cleave.platform.local.LocalSettings;

/// A PostgreSQL and a Redis that keep what is committed. The PostgreSQL is ready to count statements.
final class Servers implements AutoCloseable {

	private final Path folder;

	private final LocalServers servers;

	private Servers(Path folder, LocalServers servers) {
		this.folder = folder;
		this.servers = servers;
	}

	static Servers start(Path folder) {
		try (var first = open(folder)) {
			first.postgres();
		}
		configure(folder,
				List.of("shared_preload_libraries = 'pg_stat_statements'", "pg_stat_statements.track = none"));
		configure(folder, Settings.POSTGRES);
		return new Servers(folder, open(folder));
	}

	private static LocalServers open(Path folder) {
		return LocalServers.open(new LocalSettings(LocalSettings.Choice.ON, LocalSettings.Choice.ON,
				folder.resolve("data"), null, true));
	}

	private static void configure(Path folder, List<String> lines) {
		try {
			Files.write(folder.resolve("data/postgres/postgresql.auto.conf"), lines, StandardOpenOption.APPEND);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	String jdbcUrl(String database) {
		return this.servers.postgres().jdbcUrl(database);
	}

	int redisPort() {
		return this.servers.redis().port();
	}

	/// The process id of the postmaster.
	long postgresPid() {
		try (var lines = Files.lines(this.folder.resolve("data/postgres/postmaster.pid"))) {
			return Long.parseLong(lines.findFirst().orElseThrow().strip());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// CPU seconds that Redis says it has taken.
	double redisSeconds() {
		try (var socket = new Socket(InetAddress.getLoopbackAddress(), redisPort());
				var in = new BufferedReader(
						new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
			socket.getOutputStream().write("INFO cpu\r\nQUIT\r\n".getBytes(StandardCharsets.US_ASCII));
			return in.lines()
				.filter(line -> line.startsWith("used_cpu_sys:") || line.startsWith("used_cpu_user:"))
				.mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(':') + 1)))
				.sum();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// The number that a question is answered with, by the database of all modules; 0
	/// where there is none.
	double number(String sql) {
		try (var connection = DriverManager.getConnection(jdbcUrl("cleave"), "postgres", "");
				var statement = connection.createStatement();
				var rows = statement.executeQuery(sql)) {
			return rows.next() ? rows.getDouble(1) : 0;
		}
		catch (SQLException ex) {
			throw new IllegalStateException(sql, ex);
		}
	}

	String text(String sql) {
		try (var connection = DriverManager.getConnection(jdbcUrl("cleave"), "postgres", "");
				var statement = connection.createStatement();
				var rows = statement.executeQuery(sql)) {
			return rows.next() ? String.valueOf(rows.getString(1)) : "";
		}
		catch (SQLException ex) {
			throw new IllegalStateException(sql, ex);
		}
	}

	void run(String sql) {
		try (var connection = DriverManager.getConnection(jdbcUrl("cleave"), "postgres", "");
				var statement = connection.createStatement()) {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(sql, ex);
		}
	}

	@Override
	public void close() {
		this.servers.close();
	}

}
