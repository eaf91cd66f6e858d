package dev.cleave.topology;

import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// What the gateway promises, whatever stands behind it.
class GatewayTests {

	private final HttpClient http = HttpClient.newHttpClient();

	private final List<StubNode> nodes = new ArrayList<>();

	private Balancer gateway;

	@BeforeEach
	void start(@TempDir Path folder) {
		assumeTrue(Balancer.isInstalled(), "HAProxy is missing: apt-get install haproxy");
		this.gateway = Balancer.start(folder, Map.of());
	}

	@AfterEach
	void stop() {
		if (this.gateway != null) {
			this.gateway.close();
		}
		this.nodes.forEach(StubNode::close);
		this.http.close();
	}

	@Test
	void leadsEachPathToItsModule() throws Exception {
		for (var group : Layout.MODULES) {
			node(group + "-1");
		}
		Layout.SPLIT.routes().forEach(this.gateway::route);

		for (var route : List.of("/api/v1/auth/session auth", "/oauth2/token auth", "/oauth2/jwks auth",
				"/v3/api-docs/auth auth", "/api/v1/products?q=x inventory", "/api/v1/stock/A/receipts inventory",
				"/api/v1/imports/products inventory", "/v3/api-docs/inventory inventory", "/api/v1/orders orders",
				"/api/v1/orders/1/timeline orders", "/api/v1/payments/callbacks orders",
				"/api/v1/imports/orders orders", "/v3/api-docs/orders orders", "/api/v1/reports/sales reporting",
				"/v3/api-docs/reporting reporting", "/api/v1/order%73/1 orders", "/%61pi/v1/products inventory",
				"/docs auth", "/v3/api-docs auth", "/nothing auth")) {
			var parts = route.split(" ");
			assertThat(servedBy(get(parts[0]))).as(route).isEqualTo(parts[1] + "-1");
		}
	}

	@Test
	void leadsAPathThatIsSpelledWrongToWhomeverIsThere() throws Exception {
		node("mono-1");
		for (var path : List.of("/api/v1/orders%zz", "/api/v1/orders%2", "/%")) {
			try (var caller = new Socket("127.0.0.1", this.gateway.address().getPort())) {
				caller.getOutputStream().write(("GET " + path + " HTTP/1.0\r\n\r\n").getBytes(US_ASCII));
				var answer = new String(caller.getInputStream().readAllBytes(), US_ASCII);
				assertThat(answer).as(path).matches("(?s)HTTP/1\\.1 (?:200|400) .*");
			}
		}
	}

	@Test
	void movesAModuleWhileItRuns() throws Exception {
		node("mono-1");
		node("inventory-1");
		assertThat(servedBy(get("/api/v1/products"))).isEqualTo("mono-1");

		this.gateway.route("inventory", "inventory");

		assertThat(servedBy(get("/api/v1/products"))).isEqualTo("inventory-1");
		assertThat(servedBy(get("/api/v1/orders"))).isEqualTo("mono-1");
	}

	@Test
	void tellsNodesWhoIsCallingAndNotWhatCallersSay() throws Exception {
		node("mono-1");

		var told = this.http
			.send(request("/x").header("X-Forwarded-For", "8.8.8.8")
				.header("X-Forwarded-Proto", "https")
				.header("x-forwarded-prefix", "/evil")
				.header("Forwarded", "for=8.8.8.8")
				.header("X-Real-IP", "8.8.8.8")
				.header("X-Original-URL", "/actuator")
				.build(), BodyHandlers.ofString())
			.body()
			.toLowerCase(Locale.ROOT);

		assertThat(told).contains("x-forwarded-for: [127.0.0.1]", "x-forwarded-proto: [http]")
			.doesNotContain("8.8.8.8", "/evil", "/actuator");
	}

	@Test
	void givesEachRequestATrace() throws Exception {
		node("mono-1");

		var mine = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
		assertThat(send(request("/x").header("traceparent", mine)).body()).contains(mine);
		assertThat(send(request("/x").header("traceparent", "nonsense")).body())
			.containsPattern("(?i)traceparent: \\[00-[0-9a-f]{32}-[0-9a-f]{16}-01]");
	}

	@Test
	void showsNoManagement() throws Exception {
		var node = node("mono-1");

		for (var path : List.of("/actuator", "/actuator/health", "/ACTUATOR/health", "/%61ctuator/health",
				"/x/../actuator/health", "/x/%2e%2e/actuator/health")) {
			var answer = get(path);
			assertThat(answer.statusCode()).as(path).isEqualTo(404);
			assertProblem(answer, "not-found");
		}
		assertThat(node.asked()).isZero();
	}

	@Test
	void saysThatNothingWasDoneWhereThereIsNoNode() throws Exception {
		var answer = get("/api/v1/orders");

		assertThat(answer.statusCode()).isEqualTo(503);
		assertProblem(answer, "unavailable");
		assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
		assertThat(answer.headers().firstValue("Cleave-Outcome")).hasValue("none");
	}

	@Test
	void sendsToAnotherNodeOnlyWhatMayBeDoneTwice() throws Exception {
		var broken = node("mono-1");

		var once = send(post("/break"));
		assertThat(once.statusCode()).isEqualTo(502);
		assertProblem(once, "bad-gateway");
		assertThat(once.headers().firstValue("Cleave-Outcome")).isEmpty();
		assertThat(broken.asked()).isEqualTo(1);

		try (var another = HttpClient.newHttpClient()) {
			var again = post("/break").header("Idempotency-Key", "1").build();
			assertThat(another.send(again, BodyHandlers.discarding()).statusCode()).isEqualTo(502);
		}
		assertThat(broken.asked()).isEqualTo(5);
	}

	@Test
	void losesNothingThatMayBeDoneTwiceWhenANodeDies() throws Exception {
		var dying = node("mono-1");
		node("mono-2");
		dying.close();

		for (var request = 0; request < 20; request++) {
			assertThat(send(post("/x").header("Idempotency-Key", "1")).statusCode()).isEqualTo(200);
			assertThat(get("/x").statusCode()).isEqualTo(200);
			assertThat(send(post("/x")).statusCode()).as("never sent to the dead one").isEqualTo(200);
		}
	}

	@Test
	void leavesOutANodeThatHangs() throws Exception {
		var hung = node("mono-1");
		node("mono-2");
		hung.hang();
		var begun = System.nanoTime();

		var answers = new ArrayList<CompletableFuture<HttpResponse<String>>>();
		for (var request = 0; request < 6; request++) {
			answers.add(this.http.sendAsync(request("/x").build(), BodyHandlers.ofString()));
			answers
				.add(this.http.sendAsync(post("/x").header("Idempotency-Key", "1").build(), BodyHandlers.ofString()));
		}
		for (var answer : answers) {
			assertThat(servedBy(answer.join())).isEqualTo("mono-2");
		}

		assertThat(hung.asked()).isPositive();
		assertThat(this.gateway.state("mono-1")).startsWith("DOWN");
		assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
	}

	@Test
	void letsANodeFinishThatIsNoLongerReady() throws Exception {
		var leaving = node("mono-1");
		var begun = this.http.sendAsync(post("/held").build(), BodyHandlers.ofString());
		Patience.until(Duration.ofSeconds(30), () -> leaving.asked() == 1, () -> "It was not asked");

		node("mono-2");
		leaving.saysOfItsReadiness(503);
		Patience.until(Duration.ofSeconds(30), () -> this.gateway.state("mono-1").startsWith("NOLB"),
				() -> this.gateway.state("mono-1"));

		for (var request = 0; request < 5; request++) {
			assertThat(servedBy(send(post("/x")))).isEqualTo("mono-2");
		}
		leaving.letGo();
		assertThat(servedBy(begun.join())).isEqualTo("mono-1");
	}

	private StubNode node(String name) {
		var node = new StubNode(name);
		this.nodes.add(node);
		this.gateway.admit(name, node.address(), name.replaceFirst("-[0-9]+$", ""));
		return node;
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(this.gateway.address() + path)).timeout(Duration.ofSeconds(30));
	}

	private HttpRequest.Builder post(String path) {
		return request(path).POST(BodyPublishers.ofString("{}"));
	}

	private HttpResponse<String> get(String path) throws Exception {
		return send(request(path));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
		return this.http.send(request.build(), BodyHandlers.ofString());
	}

	private static String servedBy(HttpResponse<?> answer) {
		return answer.headers()
			.firstValue("X-Served-By")
			.orElseThrow(() -> new AssertionError(answer + " " + answer.body()));
	}

	private static void assertProblem(HttpResponse<String> answer, String code) {
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		assertThat(answer.headers().firstValue("X-Served-By")).hasValue("gateway");
		assertThat(answer.body()).contains("\"type\":\"https://cleave.dev/problems/%s\"".formatted(code),
				"\"code\":\"%s\"".formatted(code), "\"status\":" + answer.statusCode(), "\"traceId\":\"");
	}

}
