package dev.cleave.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.cleave.platform.local.LocalServers;
import dev.cleave.platform.local.LocalSettings;
import dev.cleave.topology.ClusterNode;

import org.springframework.util.FileSystemUtils;

/// What is measured: one process of the packaged jar, with a PostgreSQL and a Redis of its own that keep what is
/// committed, and a catalogue.
final class Stand implements AutoCloseable {

	private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

	private static final List<String> FLAGS = List
		.of(System.getProperty("benchmark.flags", "-XX:+UseSerialGC -Xmx512m -XX:+UseCompactObjectHeaders").split(" "));

	private final Path folder;

	private final LocalServers servers;

	private final ClusterNode node;

	private Stand(Path folder, LocalServers servers, ClusterNode node) {
		this.folder = folder;
		this.servers = servers;
		this.node = node;
	}

	static Stand build(String... settings) {
		try {
			var folder = Files.createTempDirectory("cleave-benchmark-");
			var servers = LocalServers.open(new LocalSettings(LocalSettings.Choice.ON, LocalSettings.Choice.ON,
					folder.resolve("data"), null, true));
			var all = new ArrayList<>(List.of("--spring.datasource.url=" + servers.postgres().jdbcUrl("cleave"),
					"--spring.datasource.username=postgres", "--spring.datasource.password=",
					"--spring.data.redis.host=127.0.0.1", "--server.tomcat.max-keep-alive-requests=10000",
					"--spring.data.redis.port=" + servers.redis().port()));
			all.addAll(List.of(settings));
			return new Stand(folder, servers, ClusterNode.alone(folder, FLAGS, all));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
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

	String jdbcUrl(String database) {
		return this.servers.postgres().jdbcUrl(database);
	}

	/// The process id of the postmaster.
	long postgres() {
		try (var lines = Files.lines(this.folder.resolve("data/postgres/postmaster.pid"))) {
			return Long.parseLong(lines.findFirst().orElseThrow().strip());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// A bearer token of the machine that may do all.
	String token() {
		var form = "grant_type=client_credentials";
		var secret = Base64.getEncoder()
			.encodeToString("cleave-local:cleave-local-secret".getBytes(StandardCharsets.UTF_8));
		var answer = ask(
				"POST /oauth2/token HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic %s\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n%s"
					.formatted(secret, form.length(), form));
		var token = TOKEN.matcher(answer);
		if (!token.find()) {
			throw new IllegalStateException("No token: " + answer);
		}
		return token.group(1);
	}

	/// Offers so many products, each with so many units.
	void offer(String prefix, int products, long units) {
		var lines = IntStream.range(0, products)
			.mapToObj(
					number -> "{\"sku\":\"%s%d\",\"name\":\"Product %d\",\"price\":{\"amount\":%d,\"currency\":\"EUR\"},\"quantity\":%d}\n"
						.formatted(prefix, number, number, 100 + number % 900, units))
			.collect(Collectors.joining());
		var answer = ask(
				"POST /api/v1/imports/products HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Type: application/x-ndjson\r\nContent-Length: %d\r\n\r\n%s"
					.formatted(token(), lines.length(), lines));
		if (!answer.contains("\"accepted\":" + products)) {
			throw new IllegalStateException("Not all are offered: " + answer);
		}
	}

	private String ask(String request) {
		try (var wire = new Wire(address())) {
			wire.exchange(request.getBytes(StandardCharsets.UTF_8));
			return wire.body();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.node.stop();
		this.servers.close();
		FileSystemUtils.deleteRecursively(this.folder.toFile());
	}

}
