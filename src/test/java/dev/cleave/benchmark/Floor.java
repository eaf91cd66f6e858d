package dev.cleave.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

import dev.cleave.topology.Build;

/// What PostgreSQL does when `pgbench` writes the same with nothing in between: the measure of everything else. It has a
/// database of its own on the same server.
final class Floor {

	private static final int CLIENTS = 32;

	private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

	private static final String SCHEMA = """
			CREATE TABLE stock (sku int PRIMARY KEY, on_hand bigint NOT NULL, reserved bigint NOT NULL DEFAULT 0,
				CHECK (reserved <= on_hand));
			CREATE TABLE orders (id bigint PRIMARY KEY, customer text NOT NULL, status text NOT NULL, total bigint NOT NULL,
				placed_at timestamptz NOT NULL DEFAULT now());
			CREATE TABLE order_line (order_id bigint NOT NULL, line int NOT NULL, sku int NOT NULL, quantity bigint NOT NULL,
				price bigint NOT NULL, PRIMARY KEY (order_id, line));
			CREATE TABLE outbox (id bigserial PRIMARY KEY, type text NOT NULL, subject bigint NOT NULL, data text NOT NULL);
			INSERT INTO stock SELECT n, 1000000000 FROM generate_series(1, 10000) n;
			""";

	private static final String NAIVE = """
			\\set sku random(1, 10000)
			\\set id random(1, 9223372036854775806)
			BEGIN;
			UPDATE stock SET reserved = reserved + 1 WHERE sku = :sku AND on_hand - reserved >= 1;
			INSERT INTO orders (id, customer, status, total) VALUES (:id, 'customer-1', 'CONFIRMED', 1999);
			INSERT INTO order_line VALUES (:id, 1, :sku, 1, 999);
			INSERT INTO order_line VALUES (:id, 2, :sku, 1, 1000);
			INSERT INTO outbox (type, subject, data) VALUES ('OrderPlaced', :id, '{"order":1,"total":1999}');
			COMMIT;
			""";

	private static final String ONE_TRIP = """
			\\set sku random(1, 10000)
			\\set id random(1, 9223372036854775806)
			WITH o AS (INSERT INTO orders (id, customer, status, total)
					VALUES (:id, 'customer-1', 'PENDING', 1999) RETURNING id),
				l AS (INSERT INTO order_line SELECT id, n, :sku, 1, 999 FROM o, generate_series(1, 2) n)
			INSERT INTO outbox (type, subject, data) SELECT 'OrderPlaced', id, '{"order":1,"total":1999}' FROM o;
			""";

	private final URI server;

	private final Path folder;

	static boolean canRun() {
		return Build.isInstalled("pgbench");
	}

	/// @param url JDBC address of an empty database
	Floor(String url, Path folder) {
		this.server = URI.create(url.substring("jdbc:".length()));
		this.folder = folder;
		try (var connection = DriverManager.getConnection(url, "postgres", "");
				var statement = connection.createStatement()) {
			statement.execute(SCHEMA);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/// Orders each second, on ten thousand SKUs.
	double naive(Duration time) {
		return run(NAIVE, time);
	}

	/// Orders each second, all of one SKU.
	double naiveHot(Duration time) {
		return run(NAIVE.replace("random(1, 10000)", "1"), time);
	}

	/// Orders each second, each written by one statement, without stock.
	double oneTrip(Duration time) {
		return run(ONE_TRIP, time);
	}

	private double run(String script, Duration time) {
		try {
			var file = Files.writeString(this.folder.resolve("floor.sql"), script);
			var process = new ProcessBuilder(List.of("pgbench", "-n", "-M", "prepared", "-c", Integer.toString(CLIENTS),
					"-j", "2", "-T", Long.toString(time.toSeconds()), "-f", file.toString(), "-h",
					this.server.getHost(), "-p", Integer.toString(this.server.getPort()), "-U", "postgres",
					this.server.getPath().substring(1)))
				.redirectErrorStream(true)
				.start();
			var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			var rate = RATE.matcher(said);
			if (!rate.find()) {
				throw new IllegalStateException("pgbench failed: " + said);
			}
			return Double.parseDouble(rate.group(1));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
