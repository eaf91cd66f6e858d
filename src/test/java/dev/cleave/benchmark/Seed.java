package dev.cleave.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Fills the databases of a shop with the orders of a year, as if they had been imported one by one; the checker finds
/// nothing amiss. All modules must be in one database, and no node may be at work on it.
final class Seed {

	/// Of a product each: so many make the same number of movements of all.
	private static final int PRODUCTS = Stand.PRODUCTS;

	private static final String SOURCE = """
			DROP SCHEMA IF EXISTS seed CASCADE;
			CREATE SCHEMA seed;
			CREATE UNLOGGED TABLE seed.orders AS
			SELECT i, (prefix || '8000' || suffix)::uuid AS id, (prefix || '8001' || suffix)::uuid AS reserve_id,
				(prefix || '8002' || suffix)::uuid AS reserved_id, 's' || sku AS sku, 'Product ' || sku AS name,
				100 + sku %% 900 AS price, placed_at, 'customer-' || i %% 5000 AS customer,
				(ARRAY['GB', 'DE', 'FR', 'NO', 'IE'])[i %% 5 + 1] AS country
			FROM (
				SELECT *, lpad(to_hex((extract(epoch FROM placed_at) * 1000)::bigint), 12, '0') || '7000' AS prefix,
					lpad(to_hex(i), 12, '0') AS suffix
				FROM (
					SELECT i::bigint, i::bigint * 7919 %% %2$d AS sku,
						date_trunc('day', now()) - interval '366 days' + i * (interval '365 days' / %1$d) AS placed_at
					FROM generate_series(0, %1$d - 1) AS i) numbered) timed;
			CREATE UNIQUE INDEX ON seed.orders (i);
			ANALYZE seed.orders;
			""";

	private static final String CURSORS = """
			UPDATE %1$s.subscription_cursor c SET position = next_position FROM %2$s.log_partition l
			WHERE c.source = '%2$s' AND c.partition = l.partition
			""";

	private final Servers servers;

	private final int orders;

	private Seed(Servers servers, int orders) {
		this.servers = servers;
		this.orders = orders;
	}

	/// @param orders a multiple of ten thousand
	static void sow(Servers servers, int orders) {
		if (orders % PRODUCTS != 0) {
			throw new IllegalArgumentException("Not a multiple of %d: %d".formatted(PRODUCTS, orders));
		}
		new Seed(servers, orders).sow();
	}

	private void sow() {
		this.servers.run("ALTER SYSTEM SET max_wal_size = '8GB'");
		this.servers.run("SELECT pg_reload_conf()");
		this.servers.run(SOURCE.formatted(this.orders, PRODUCTS));
		CompletableFuture
			.allOf(Stream.of("orders", "inventory", "reporting")
				.map(module -> CompletableFuture.runAsync(() -> this.servers.run(script(module)),
						Thread::startVirtualThread))
				.toArray(CompletableFuture[]::new))
			.join();
		for (var module : Stand.MODULES) {
			for (var source : Stand.MODULES) {
				this.servers.run(CURSORS.formatted(module, source));
			}
		}
		this.servers.run("DROP SCHEMA seed CASCADE");
		this.servers.run("VACUUM (ANALYZE)");
		this.servers.run("ALTER SYSTEM RESET max_wal_size");
		this.servers.run("SELECT pg_reload_conf()");
		this.servers.run("CHECKPOINT");
	}

	private String script(String module) {
		try (var script = Objects
			.requireNonNull(Seed.class.getResourceAsStream("/benchmark/seed-%s.sql".formatted(module)))) {
			return new String(script.readAllBytes(), StandardCharsets.UTF_8).replace("{content}", content())
				.replace("{orders}", Integer.toString(this.orders))
				.replace("{products}", Integer.toString(PRODUCTS))
				.replace("{turns}", Integer.toString(this.orders / PRODUCTS));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// What of the movement `m` is hashed: each field as text behind its length.
	private static String content() {
		return Stream
			.of("m.sku", "m.location", "m.sequence", "m.type", "m.quantity", "m.on_hand_delta", "m.reserved_delta",
					"m.on_hand_after", "m.reserved_after", "m.reason", "m.actor", "m.reference", "m.cause", "m.line",
					"(extract(epoch FROM m.time) * 1000000)::bigint")
			.map(field -> "coalesce(int4send(octet_length(%1$s::text)) || convert_to(%1$s::text, 'UTF8'), int4send(-1))"
				.formatted(field))
			.collect(Collectors.joining(" || "));
	}

}
