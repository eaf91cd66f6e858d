package dev.cleave.topology;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// Three equal processes of the packaged jar behind the gateway.
class ClusterIT {

	private static Cluster cluster;

	private final HttpClient http = HttpClient.newHttpClient();

	@BeforeAll
	static void start() {
		cluster = SharedCluster.of(Layout.MONO_TIMES_3);
	}

	@AfterEach
	void close() {
		this.http.close();
	}

	@Test
	void spreadsRequestsEvenly() throws Exception {
		cluster.nodes().forEach(cluster.balancer()::awaitFullShare);

		var served = served(cluster.gateway(), 3_000, 1);

		assertThat(served).hasSize(3);
		assertThat(served.values()).allMatch((count) -> count.get() >= 990 && count.get() <= 1_010, "1,000 ± 10 each");
	}

	@Test
	void givesASlowNodeLessWhereTheLeastBusyIsNext(@TempDir Path folder) throws Exception {
		try (var gateway = Balancer.start(folder, Map.of("CLEAVE_BALANCE", "leastconn", "CLEAVE_SLOWSTART", "0"));
				var slow = new SlowLine(cluster.node("mono-1").address(), Duration.ofMillis(200))) {
			gateway.admit("mono-1", slow.address(), "mono");
			gateway.admit(cluster.node("mono-2"));
			gateway.admit(cluster.node("mono-3"));

			var served = served(gateway.address(), 300, 6);

			assertThat(served.get("mono-1").get()).isBetween(1, 300 / 3 / 2 - 1);
		}
	}

	@Test
	void losesNoRequestWhenANodeIsKilledOrHangs() throws Exception {
		var victim = cluster.node("mono-2");

		victim.kill();
		assertServed();
		victim.start();
		victim.awaitReady();
		cluster.balancer().awaitUp(victim);

		victim.freeze();
		try {
			assertServed();
		}
		finally {
			victim.thaw();
		}
		cluster.balancer().awaitUp(victim);
	}

	@Test
	void countsCallersByTheAddressTheyComeFrom() throws Exception {
		try (var caller = HttpClient.newBuilder().localAddress(InetAddress.ofLiteral("127.0.0.7")).build()) {
			var signIn = HttpRequest.newBuilder(cluster.gateway().resolve("/api/v1/auth/session"))
				.header("Content-Type", "application/json")
				.header("X-Forwarded-For", "203.0.113.9")
				.POST(BodyPublishers.ofString("""
						{"email": "admin@cleave.local", "password": "cleave-local-admin"}"""))
				.build();
			assertThat(caller.send(signIn, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
		}

		try (var connection = DriverManager.getConnection(cluster.databases().get("auth"));
				var statement = connection.createStatement();
				var rows = statement.executeQuery("""
						SELECT DISTINCT address FROM auth.audit_entry WHERE action LIKE 'session%'
							AND address IN ('127.0.0.7', '203.0.113.9')""")) {
			assertThat(rows.next()).isTrue();
			assertThat(rows.getString(1)).isEqualTo("127.0.0.7");
			assertThat(rows.next()).isFalse();
		}
	}

	/// Until the node is out, and once it is.
	private void assertServed() throws Exception {
		var deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
		while (cluster.balancer().isUp(cluster.node("mono-2")) && System.nanoTime() < deadline) {
			assertThat(ask(cluster.gateway()).statusCode()).isEqualTo(200);
		}
		for (var request = 0; request < 20; request++) {
			assertThat(servedBy(ask(cluster.gateway()))).isNotEqualTo("mono-2");
		}
	}

	private Map<String, AtomicInteger> served(URI gateway, int requests, int atOnce) throws Exception {
		var served = new ConcurrentHashMap<String, AtomicInteger>();
		try (var callers = Executors.newFixedThreadPool(atOnce)) {
			var asked = callers.invokeAll(Collections.nCopies(requests, () -> {
				var answer = ask(gateway);
				assertThat(answer.statusCode()).isEqualTo(200);
				return served.computeIfAbsent(servedBy(answer), (_) -> new AtomicInteger()).incrementAndGet();
			}));
			for (var answer : asked) {
				answer.get();
			}
		}
		return served;
	}

	private HttpResponse<Void> ask(URI gateway) throws IOException, InterruptedException {
		var question = HttpRequest.newBuilder(gateway.resolve("/api/v1/products"))
			.timeout(Duration.ofSeconds(30))
			.build();
		return this.http.send(question, BodyHandlers.discarding());
	}

	private static String servedBy(HttpResponse<?> answer) {
		return answer.headers().firstValue("X-Served-By").orElseThrow();
	}

}
