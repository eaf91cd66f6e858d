package dev.cleave.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.cleave.topology.ClusterNode;

import org.springframework.util.FileSystemUtils;

import static org.awaitility.Awaitility.await;

/// What is measured: one process of the packaged jar, with a PostgreSQL and a Redis of its own, and a catalogue.
final class Stand implements AutoCloseable {

	/// Products that are offered to all, `s0` and so on.
	static final int PRODUCTS = 10_000;

	static final List<String> MODULES = List.of("auth", "inventory", "orders", "reporting");

	private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

	/// Half as long as a token is good.
	private static final long RENEWED_AFTER = Duration.ofMinutes(5).toNanos();

	private final Path folder;

	private final Servers servers;

	private final ClusterNode node;

	private volatile Token token = new Token("", 0);

	private Stand(Path folder, Servers servers, ClusterNode node) {
		this.folder = folder;
		this.servers = servers;
		this.node = node;
	}

	static Stand build() {
		return build(Settings.FLAGS);
	}

	/// @param flags of the JVM
	static Stand build(List<String> flags, String... settings) {
		try {
			var folder = Files.createTempDirectory("cleave-benchmark-");
			var servers = Servers.start(folder);
			try {
				var all = settings(servers);
				all.addAll(List.of(settings));
				return new Stand(folder, servers, ClusterNode.alone(folder, flags, all));
			}
			catch (RuntimeException ex) {
				servers.close();
				throw ex;
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// What a node is told, beside its ports.
	static List<String> settings(Servers servers) {
		return new ArrayList<>(List.of("--spring.datasource.url=" + servers.jdbcUrl("cleave"),
				"--spring.datasource.username=postgres", "--spring.datasource.password=",
				"--spring.data.redis.host=127.0.0.1", "--spring.data.redis.port=" + servers.redisPort(),
				// One machine client stands for many callers.
				"--cleave.security.callers.machine-at-once=0"));
	}

	URI address() {
		return this.node.address();
	}

	Path folder() {
		return this.folder;
	}

	ClusterNode node() {
		return this.node;
	}

	Servers servers() {
		return this.servers;
	}

	long postgres() {
		return this.servers.postgresPid();
	}

	double redisSeconds() {
		return this.servers.redisSeconds();
	}

	/// A header line with a bearer token of the machine that may do all.
	String bearer() {
		var current = this.token;
		if (current.header().isEmpty() || System.nanoTime() - current.since() > RENEWED_AFTER) {
			current = new Token("Authorization: Bearer " + newToken() + "\r\n", System.nanoTime());
			this.token = current;
		}
		return current.header();
	}

	private String newToken() {
		var secret = Base64.getEncoder()
			.encodeToString("cleave-local:cleave-local-secret".getBytes(StandardCharsets.UTF_8));
		try (var wire = new Wire(address())) {
			wire.exchange(Http.post("/oauth2/token", "Authorization: Basic " + secret + "\r\n",
					"application/x-www-form-urlencoded", "grant_type=client_credentials"));
			var found = TOKEN.matcher(wire.body());
			if (!found.find()) {
				throw new IllegalStateException("No token: " + wire.body());
			}
			return found.group(1);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// Offers so many products, each with so many units.
	void offer(String prefix, int products, long units) {
		var lines = IntStream.range(0, products).mapToObj(number -> """
				{"sku":"%s%d","name":"Product %d","price":{"amount":%d,"currency":"GBP"},"quantity":%d}
				""".formatted(prefix, number, number, 100 + number % 900, units)).collect(Collectors.joining());
		try (var wire = new Wire(address())) {
			wire.exchange(Http.post("/api/v1/imports/products", bearer(), "application/x-ndjson", lines));
			if (!wire.body().contains("\"accepted\":" + products)) {
				throw new IllegalStateException("Not all are offered: " + wire.body());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		await().atMost(Duration.ofSeconds(30))
			.until(() -> orders("product_copy", "sku LIKE '" + prefix + "%'") >= products);
	}

	/// Those who order with a token, of any of the products.
	Load shoppers(int connections) {
		return shoppers(connections, 1);
	}

	Load shoppers(int connections, int lines) {
		return new Load(address(), new Shopping(address(), this::bearer).orders("s", PRODUCTS, lines), connections);
	}

	long orders(String which) {
		return orders("orders", which);
	}

	private long orders(String table, String which) {
		return (long) this.servers.number("SELECT count(*) FROM orders." + table + " WHERE " + which);
	}

	/// Returns when no order is unsettled.
	void awaitRest() {
		await().atMost(Duration.ofMinutes(2)).until(() -> orders("status = 'PENDING'") == 0);
	}

	/// Stops the node, does something, and starts it again.
	void withoutNode(Runnable work) {
		this.node.stop();
		work.run();
		this.node.start();
		this.node.awaitReady();
	}

	@Override
	public void close() {
		try {
			this.node.stop();
		}
		finally {
			this.servers.close();
			FileSystemUtils.deleteRecursively(this.folder.toFile());
		}
	}

	private record Token(String header, long since) {

	}

}
