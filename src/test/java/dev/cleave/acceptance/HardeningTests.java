package dev.cleave.acceptance;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static dev.cleave.acceptance.Json.map;
import static org.assertj.core.api.Assertions.assertThat;

/// What every answer has and what no request gets, whoever sends it.
@AcceptanceTest
@InOneTopology
class HardeningTests {

	private static final Map<String, String> HEADERS = Map.of("X-Content-Type-Options", "nosniff", "X-Frame-Options",
			"DENY", "Referrer-Policy", "no-referrer", "Cross-Origin-Resource-Policy", "same-site",
			"Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");

	/// What scanners look for first.
	private static final List<String> OPERATORS = List.of("", "/auditevents", "/beans", "/caches", "/conditions",
			"/configprops", "/env", "/env/PATH", "/flyway", "/health", "/health/db", "/heapdump", "/httpexchanges",
			"/info", "/jolokia", "/ledger", "/liquibase", "/loggers", "/loggers/ROOT", "/logfile", "/mappings",
			"/messaging", "/metrics", "/metrics/jvm.memory.used", "/modulith", "/prometheus", "/quartz", "/refresh",
			"/restart", "/sbom", "/scheduledtasks", "/sessions", "/shutdown", "/startup", "/threaddump", "/trace",
			"/gateway/routes", "/audit");

	private final Shop shop;

	private final Visitor customer;

	private final RawConnection raw;

	HardeningTests(Shop shop) {
		this.shop = shop;
		this.customer = shop.buyer().visitor();
		this.raw = new RawConnection(shop.system().nodes().getFirst());
	}

	@Test
	@Tag("S22")
	void protectsEveryAnswerInBrowsers() {
		var stranger = this.shop.stranger();
		var large = "x".repeat(100_000);
		var answers = Stream.of(stranger.get("/products").send().expect(200),
				this.customer.get("/orders").send().expect(200), stranger.get("/orders").send().expect(401),
				stranger.get("/nothing").send().expect(404), stranger.ask("GET", "/nothing;x=y").send().expect(400),
				this.customer.get("/reports/sales").send().expect(403),
				stranger.post("/auth/session").body("application/json", large).onceAtAll().expect(413),
				this.customer.post("/orders").body("text/plain", "x").send().expect(415),
				stranger.ask("GET", "/oauth2/jwks").send().expect(200),
				stranger.ask("POST", "/oauth2/token").body("text/plain", "").send().expect(400, 401),
				stranger.ask("GET", "/livez").send().expect(200));

		assertThat(answers).allSatisfy((answer) -> {
			HEADERS.forEach((name, value) -> assertThat(answer.headers(name)).as("%s of the %s", name, answer)
				.containsExactly(value));
			assertThat(answer.headers("Cache-Control")).as("caching of the %s", answer).containsExactly("no-store");
			assertThat(answer.header("Permissions-Policy")).contains("camera=()");
			assertThat(answer.headers("Server")).isEmpty();
			assertThat(answer.headers("X-Powered-By")).isEmpty();
		});
		// A gateway has its own page for what is no HTTP at all.
		var garbage = new RawConnection(this.shop.system().processes().getFirst())
			.send("GET /\u0000 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
		assertThat(garbage.status()).isEqualTo(400);
		assertThat(garbage.text()).contains("X-Content-Type-Options: nosniff", "application/problem+json")
			.doesNotContain("Server:", "<html");
	}

	@Test
	@Tag("S22")
	void letsThePageOfTheDocumentationRunItsOwnScripts() {
		var page = this.shop.stranger().ask("GET", "/swagger-ui/index.html").send().expect(200);

		assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'self';")
			.contains("frame-ancestors 'none'")
			.doesNotContain("script-src", "unsafe-eval");
	}

	@Test
	@Tag("S23")
	void letsNoOtherSiteReadAnything() {
		var host = this.shop.system().nodes().getFirst().getHost();
		for (var origin : List.of("https://evil.example", "null", "https://" + host + ".evil.example",
				"https://evil" + host, "http://" + host + ":1")) {
			var read = this.customer.get("/orders").header("Origin", origin).send();
			var asked = this.customer.ask("OPTIONS", "/api/v1/orders")
				.header("Origin", origin)
				.header("Access-Control-Request-Method", "POST")
				.header("Access-Control-Request-Headers", "content-type")
				.send()
				.expect(403, 405);

			assertThat(List.of(read, asked)).allSatisfy((answer) -> assertThat(answer.names())
				.noneMatch((name) -> name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control-")));
		}
	}

	@Test
	@Tag("S15")
	void showsNothingOfTheOperatorsOnThePublicPort() {
		var administrator = this.shop.administrator();
		for (var path : OPERATORS) {
			for (var prefix : List.of("/actuator", "/manage", "/management", "/api/v1/actuator", "/Actuator",
					"/docs/actuator")) {
				this.shop.stranger().ask("GET", prefix + path).send().expect(404);
				administrator.ask("GET", prefix + path).send().expect(404);
			}
			administrator.ask("POST", "/actuator" + path).send().expect(404);
		}
		for (var detour : List.of("/actuator;/env", "/actuator/;/env", "//actuator/env", "/livez/../actuator/env",
				"/%61ctuator/env", "/actuator%2fenv", "/livez/env", "/readyz/db", "/actuator/./env")) {
			assertThat(this.raw.send(get(detour)).status()).as(detour).isIn(400, 404);
		}
		assertThat(this.shop.stranger().ask("GET", "/readyz").send().expect(200).json().propertyNames())
			.containsExactly("status");
	}

	@Test
	@Tag("S33")
	void findsNoOtherWayToAPath() {
		var order = this.shop.buyer().buys(Basket.of(this.shop.clerk().offers("Thing", 100, 1), 1)).id();
		for (var path : List.of("/api/v1/orders%2f" + order, "/api/v1/orders;/" + order, "/api/v1/orders/;x=y/" + order,
				"/api/v1//orders/" + order, "//api/v1/orders/" + order, "/api/v1/products/../orders/" + order,
				"/api/v1/products/%2e%2e/orders/" + order, "/api/v1/products/..%2forders/" + order,
				"/api/v1/products\\..\\orders\\" + order, "/api/v1/products/%5c../orders/" + order,
				"/api/v1/orders/" + order + "%00", "/api/v1/orders/" + order + "%0a", "/api/v1/orders/" + order + "/",
				"/API/v1/orders/" + order, "/api/v1/orders/" + order + ".json", "/api/v1/orders/" + order + "/x.css",
				"/api/v1/orders/" + order + "%20", "/api/v1/./orders/" + order, "/api/v1/%252e%252e/orders/" + order,
				"/api/v1/orders/" + order + ";.css", "/api/v1/%c0%ae%c0%ae/orders/" + order)) {
			assertThat(this.raw.send(get(path)).status()).as(path).isIn(400, 401, 404);
			assertThat(this.raw.send(get(path, cookies(this.customer))).status()).as("%s for its owner", path)
				.isIn(400, 404);
		}
		assertThat(this.raw.send(get("/api/v1/order%73/" + order)).status()).isEqualTo(401);
		assertThat(this.raw.send(get("/api/v1/order%73/" + order, cookies(this.customer))).status()).isEqualTo(200);
	}

	@Test
	@Tag("S33")
	void believesNoHeaderAboutThePath() {
		for (var header : List.of("X-Original-URL", "X-Rewrite-URL", "X-HTTP-Method-Override", "X-Forwarded-Prefix")) {
			this.shop.stranger().get("/products?limit=1").header(header, "/api/v1/orders").send().expect(200);
			this.shop.stranger().get("/orders").header(header, "/api/v1/products").send().expect(401);
		}
		this.customer.get("/products?limit=1").header("X-HTTP-Method-Override", "DELETE").send().expect(200);
	}

	@Test
	@Tag("S44")
	void refusesAParameterThatIsGivenTwice() {
		for (var query : List.of("limit=1&limit=2", "limit=1&limit=1", "q=a&q=b", "q=a&%71=b", "limit=1&q=x&limit=")) {
			this.customer.get("/products?" + query).send().expectProblem(400, "parameter-duplicate");
		}
		this.customer.get("/orders?status=PAID&status=PENDING").send().expectProblem(400, "parameter-duplicate");
		this.customer.get("/products?limit=1&q=a&x=limit").send().expect(200);
	}

	@Test
	@Tag("S44")
	void takesAndGivesOnlyTheTypesItHas() {
		for (var type : List.of("text/plain", "application/xml", "application/yaml",
				"application/x-www-form-urlencoded", "multipart/form-data; boundary=x",
				"application/x-java-serialized-object", "text/html")) {
			this.customer.post("/orders").body(type, "{\"lines\":[]}").send().expect(415);
		}
		for (var type : List.of("text/html", "application/xml", "application/yaml", "image/*", "nonsense")) {
			this.customer.get("/orders").header("Accept", type).send().expect(406);
			this.customer.post("/orders").header("Accept", type).json(map("lines", List.of())).send().expect(406);
		}
	}

	@Test
	@Tag("S44")
	void knowsNoMadeUpMethods() {
		for (var method : List.of("TRACE", "TRACK", "CONNECT", "FOO", "get", "DEBUG", "PROPFIND", "GETT", "JEFF")) {
			assertThat(this.raw
				.send("%s /api/v1/products HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".formatted(method))
				.status()).as(method).isIn(400, 405, 501);
		}
	}

	@Test
	@Tag("S28")
	void readsNoMoreThanAPage() {
		for (var limit : List.of("1000000000", "-1", "0", "101", "99999999999999999999", "1e9", "0x10", "NaN", " 1",
				"%00", "1;2")) {
			this.customer.get("/products?limit=" + Visitor.encoded(limit)).send().expect(400);
		}
		for (var q : List.of("%", "%%%%%%%%", "_", "*", ":*", "& | !", "'", "a".repeat(200))) {
			this.customer.get("/products?limit=100&q=" + Visitor.encoded(q)).send().expect(200);
		}
		this.customer.get("/products?q=" + "a".repeat(201)).send().expect(400, 422);
		this.customer.get("/products?offset=1000000000&page=7&limit=1").send().expect(200);
	}

	private static String get(String path, String... headers) {
		return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + String.join("", headers)
				+ "\r\n";
	}

	private static String cookies(Visitor visitor) {
		return "Cookie: SESSION=" + visitor.cookies().get("SESSION") + "\r\n";
	}

}
