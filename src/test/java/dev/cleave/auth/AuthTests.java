package dev.cleave.auth;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.cleave.TestServers;
import dev.cleave.auth.domain.ChangingRoles;
import dev.cleave.auth.domain.ErasingAccounts;
import dev.cleave.auth.domain.Erasure;
import dev.cleave.auth.domain.Role;
import dev.cleave.auth.domain.RoleChange;
import dev.cleave.platform.web.Idempotency;
import dev.cleave.platform.web.IdempotencyKey;
import dev.cleave.platform.web.ProblemException;
import dev.cleave.platform.web.Problems;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// Who may come in and how, and what a repeated request gets, in one process with all its parts.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "management.server.port=0", "spring.data.redis.host=127.0.0.1", "spring.data.redis.timeout=5s" })
class AuthTests {

	private static final String ADMIN = "{\"email\":\"admin@cleave.local\",\"password\":\"cleave-local-admin\"}";

	private static final String CLIENT = "{\"name\":\"till\",\"scopes\":[\"reports:read\"]}";

	private final HttpClient http = HttpClient.newHttpClient();

	private final JdbcClient jdbc;

	private final Idempotency idempotency;

	private final StringRedisTemplate redis;

	private final ErasingAccounts erasing;

	private final ChangingRoles changing;

	private final URI base;

	private IdempotencyKey key = key();

	AuthTests(@Autowired JdbcClient jdbc, @Autowired Idempotency idempotency, @Autowired StringRedisTemplate redis,
			@Autowired ErasingAccounts erasing, @Autowired ChangingRoles changing, @LocalServerPort int port) {
		this.jdbc = jdbc;
		this.idempotency = idempotency;
		this.redis = redis;
		this.erasing = erasing;
		this.changing = changing;
		this.base = URI.create("http://localhost:" + port);
	}

	@DynamicPropertySource
	static void servers(DynamicPropertyRegistry properties) {
		properties.add("spring.datasource.url", TestServers::freshDatabase);
		properties.add("spring.datasource.username", () -> "postgres");
		properties.add("spring.data.redis.port", TestServers::redisPort);
	}

	@BeforeEach
	void newKey() {
		this.key = key();
	}

	@Test
	void signsInUnderANewSessionAndOutForGood() throws Exception {
		var first = signIn();
		var second = send("POST", "/api/v1/auth/session", ADMIN, first);

		assertThat(second.cookies().get("SESSION")).isNotBlank().isNotEqualTo(first.get("SESSION"));
		assertThat(send("GET", "/api/v1/auth/session", null, first).status()).isEqualTo(401);
		assertThat(
				send("GET", "/api/v1/auth/session", null, second.cookies()).json().at("/account/roles/0").stringValue())
			.isEqualTo("ADMIN");

		assertThat(send("DELETE", "/api/v1/auth/session", null, second.cookies()).status()).isEqualTo(204);
		assertThat(send("GET", "/api/v1/auth/session", null, second.cookies()).status()).isEqualTo(401);
	}

	@Test
	void endsOneOfSeveralSessions() throws Exception {
		var here = signIn();
		var there = signIn();

		var sessions = send("GET", "/api/v1/auth/sessions", null, here).json().at("/items").valueStream().toList();
		var other = sessions.getFirst();
		assertThat(other.at("/current").booleanValue()).isFalse();
		assertThat(send("DELETE", "/api/v1/auth/sessions/" + other.at("/id").stringValue(), null, here).status())
			.isEqualTo(204);

		assertThat(send("GET", "/api/v1/auth/session", null, there).status()).isEqualTo(401);
		assertThat(send("GET", "/api/v1/auth/session", null, here).status()).isEqualTo(200);
		assertThat(send("DELETE", "/api/v1/auth/sessions/nonsense", null, here).status()).isEqualTo(404);
	}

	@Test
	void answersAlikeForAStrangerAndAWrongPassword() throws Exception {
		var wrong = send("POST", "/api/v1/auth/session", ADMIN.replace("-admin\"", "-wrong\""), Map.of());
		var stranger = send("POST", "/api/v1/auth/session", ADMIN.replace("admin@", "nobody@"), Map.of());

		assertThat(List.of(wrong.status(), stranger.status())).containsOnly(401);
		assertThat(wrong.json().at("/detail")).isEqualTo(stranger.json().at("/detail"));
		assertThat(wrong.cookies()).isEmpty();
	}

	@Test
	void takesNoMoreGuessesAfterFive() throws Exception {
		var guess = ADMIN.replace("admin@", UUID.randomUUID() + "@");
		for (var attempt = 0; attempt < 5; attempt++) {
			assertThat(send("POST", "/api/v1/auth/session", guess, Map.of()).status()).isEqualTo(401);
		}

		var refused = send("POST", "/api/v1/auth/session", guess, Map.of());

		assertThat(refused.status()).isEqualTo(429);
		assertThat(refused.header("Retry-After")).matches("[1-9][0-9]{0,2}");
	}

	@Test
	void asksASessionForItsProofAndNothingElse() throws Exception {
		var cookies = signIn();

		var forged = send("POST", "/api/v1/auth/clients", CLIENT, Map.of("SESSION", cookies.get("SESSION")));

		assertThat(forged.status()).isEqualTo(403);
		assertThat(forged.json().at("/code").stringValue()).isEqualTo("csrf-token-invalid");
	}

	@Test
	void makesNoSessionForWhoeverOnlyLooks() throws Exception {
		var before = this.redis.keys("spring:session:*").size();

		send("GET", "/api/v1/auth/session", null, Map.of());
		send("GET", "/v3/api-docs/auth", null, Map.of());
		send("GET", "/nothing", null, Map.of("SESSION", "bm90aGluZw=="));

		assertThat(this.redis.keys("spring:session:*")).hasSize(before);
	}

	@Test
	void readsNoSessionThatSomebodyElseWrote() throws Exception {
		var id = UUID.randomUUID().toString();
		this.redis.opsForHash()
			.putAll("spring:session:sessions:" + id, Map.of("creationTime", "{\"@class\":\"java.util.Date\"}"));

		var answer = send("GET", "/api/v1/auth/session", null,
				Map.of("SESSION", Base64.getEncoder().encodeToString(id.getBytes())));

		assertThat(answer.status()).isEqualTo(401);
	}

	@Test
	void registersWhoeverAsksAndTellsNothing() throws Exception {
		var joe = "{\"email\":\"%s@example.com\",\"password\":\"a password of some length\",\"name\":\"Joe\"}"
			.formatted(UUID.randomUUID());

		assertThat(send("POST", "/api/v1/auth/accounts", joe, Map.of()).status()).isEqualTo(202);
		assertThat(send("POST", "/api/v1/auth/accounts", joe, Map.of()).status()).isEqualTo(202);

		var signIn = send("POST", "/api/v1/auth/session", joe.replace(",\"name\":\"Joe\"", ""), Map.of());
		assertThat(signIn.json().at("/account/roles/0").stringValue()).isEqualTo("CUSTOMER");
		assertThat(send("POST", "/api/v1/auth/clients", CLIENT, signIn.cookies()).status()).isEqualTo(403);
	}

	@Test
	@Tag("S21")
	void refusesWhatNoDatabaseKeeps() throws Exception {
		var joe = "{\"email\":\"%s\",\"password\":\"a password of some length\",\"name\":\"%s\"}";
		var grows = "\u0130".repeat(64) + "@" + ("a".repeat(60) + ".").repeat(3) + "org";
		for (var odd : List.of(joe.formatted(UUID.randomUUID() + "@example.com", "a\\u0000b"),
				joe.formatted("admin@cleave.local", "a\\u0000b"), joe.formatted(grows, "Joe"),
				joe.formatted("\\\"a\\u0000\\\"@example.com", "Joe"))) {
			assertThat(send("POST", "/api/v1/auth/accounts", odd, Map.of()).status()).isEqualTo(422);
		}
		var reset = "{\"email\":\"%s\"}".formatted(grows);
		assertThat(send("POST", "/api/v1/auth/password/reset-requests", reset, Map.of()).status()).isEqualTo(422);
		var query = "?email=" + URLEncoder.encode(grows, StandardCharsets.UTF_8);
		assertThat(send("GET", "/api/v1/auth/accounts" + query, null, signIn()).status()).isEqualTo(422);

		assertThat(send("POST", "/api/v1/auth/session", ADMIN.replace("admin@", "a\\u0000@"), Map.of()).status())
			.isEqualTo(401);
		assertThat(send("POST", "/api/v1/auth/clients", CLIENT.replace("till", "a\\u0000b"), signIn()).status())
			.isEqualTo(422);
		assertThat(token("a\u0000", "cleave-local-secret").status()).isEqualTo(400);
	}

	@Test
	@Tag("S24")
	void saysWhatIsWrongWithANewPassword() throws Exception {
		var weak = "{\"email\":\"%s@example.com\",\"password\":\"1qaz2wsx3edc\",\"name\":\"Joe\"}"
			.formatted(UUID.randomUUID());

		var refused = send("POST", "/api/v1/auth/accounts", weak, Map.of());

		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.json().at("/errors/0/pointer").stringValue()).isEqualTo("/password");
		assertThat(refused.json().at("/errors/0/code").stringValue()).isEqualTo("password-common");
		assertThat(refused.response().body()).doesNotContain("1qaz2wsx3edc");
	}

	@Test
	@Tag("S5")
	void keepsAPasswordAnewThatWasKeptInAWeakerWay() throws Exception {
		var joe = "{\"email\":\"%s@example.com\",\"password\":\"a password of some length\""
			.formatted(UUID.randomUUID());
		var email = JsonMapper.shared().readTree(joe + "}").at("/email").stringValue();
		send("POST", "/api/v1/auth/accounts", joe + ",\"name\":\"Joe\"}", Map.of());
		this.jdbc.sql("UPDATE account SET password_hash = ? WHERE email = ?")
			.param("{argon2}" + new Argon2PasswordEncoder(16, 32, 1, 4096, 1).encode("a password of some length"))
			.param(email)
			.update();

		var answers = IntStream.range(0, 4)
			.mapToObj(number -> CompletableFuture.supplyAsync(() -> sendAnyhow("/api/v1/auth/session", joe + "}"),
					Thread::startVirtualThread))
			.toList();

		assertThat(answers).allSatisfy(answer -> assertThat(answer.get().status()).isEqualTo(200));
		assertThat(this.jdbc.sql("SELECT password_hash FROM account WHERE email = ?")
			.param(email)
			.query((row, number) -> row.getString(1))
			.single()).startsWith("{argon2}$argon2id$v=19$m=19456,t=2,p=1$");
		assertThat(sendAnyhow("/api/v1/auth/session", joe + "}").status()).isEqualTo(200);
	}

	@Test
	void quotesNobodyWhenTheDatabaseRefuses() {
		assertThatExceptionOfType(DuplicateKeyException.class)
			.isThrownBy(() -> this.jdbc.sql("""
					INSERT INTO account (id, email, name, password_hash, role, created_at, version)
					VALUES (gen_random_uuid(), :email, 'Somebody else', 'none', 'CUSTOMER', now(), 0)""")
				.param("email", "admin@cleave.local")
				.update())
			.satisfies(refusal -> assertThat(refusal).hasStackTraceContaining("account_email_key"))
			.satisfies(refusal -> assertThat(stackTrace(refusal)).doesNotContain("admin@cleave.local"));
	}

	@Test
	void keepsAnAdministratorWhenTwoEraseEachOther() {
		this.jdbc.sql("UPDATE account SET role = 'STAFF' WHERE email = 'admin@cleave.local'").update();
		for (var round = 0; round < 5; round++) {
			while (administrators().size() < 2) {
				this.jdbc
					.sql("""
							INSERT INTO account (id, email, name, password_hash, role, created_at, version)
							SELECT id, id || '@example.org', 'Another', 'none', 'ADMIN', now(), 0 FROM gen_random_uuid() AS id""")
					.update();
			}

			var outcomes = administrators().parallelStream()
				.map(one -> this.erasing.erase(one, "the other", version -> {
				}))
				.toList();

			assertThat(outcomes).containsExactlyInAnyOrder(new Erasure.Erased(), new Erasure.LastAdministrator());
		}
		this.jdbc
			.sql("UPDATE account SET role = CASE WHEN email = 'admin@cleave.local' THEN 'ADMIN' ELSE 'CUSTOMER' END")
			.update();
	}

	@Test
	void keepsAnAdministratorWhenTwoDemoteEachOther() {
		this.jdbc.sql("UPDATE account SET role = 'STAFF' WHERE email = 'admin@cleave.local'").update();
		for (var round = 0; round < 5; round++) {
			while (administrators().size() < 2) {
				this.jdbc
					.sql("""
							INSERT INTO account (id, email, name, password_hash, role, created_at, version)
							SELECT id, id || '@example.org', 'Another', 'none', 'ADMIN', now(), 0 FROM gen_random_uuid() AS id""")
					.update();
			}

			var outcomes = administrators().parallelStream()
				.map(one -> this.changing.change(one, Role.STAFF, version -> {
				}))
				.toList();

			assertThat(outcomes).hasAtLeastOneElementOfType(RoleChange.Changed.class)
				.hasAtLeastOneElementOfType(RoleChange.LastAdministrator.class);
		}
		this.jdbc
			.sql("UPDATE account SET role = CASE WHEN email = 'admin@cleave.local' THEN 'ADMIN' ELSE 'CUSTOMER' END")
			.update();
	}

	@Test
	void endsTheSessionOfWhoeverSignsInWhileBeingErased() throws Exception {
		for (var round = 0; round < 8; round++) {
			var email = UUID.randomUUID() + "@example.com";
			var joe = "{\"email\":\"%s\",\"password\":\"a password of some length\"".formatted(email);
			send("POST", "/api/v1/auth/accounts", joe + ",\"name\":\"Joe\"}", Map.of());
			var id = this.jdbc.sql("SELECT id FROM account WHERE email = ?")
				.param(email)
				.query((row, number) -> AccountId.of(row.getString("id")))
				.single();

			var signingIn = CompletableFuture.supplyAsync(() -> sendAnyhow("/api/v1/auth/session", joe + "}"));
			CompletableFuture.runAsync(() -> this.erasing.erase(id, "somebody", version -> {
			}), CompletableFuture.delayedExecutor(10 * round, TimeUnit.MILLISECONDS)).join();
			var cookies = signingIn.get().cookies();

			Awaitility.await()
				.untilAsserted(
						() -> assertThat(send("GET", "/api/v1/auth/sessions", null, cookies).status()).isEqualTo(401));
		}
	}

	@Test
	void givesAnEarlierAnswerBeforeAnyWork() {
		assertThat(this.idempotency.earlier(this.key, "body")).isEmpty();
		this.idempotency.once(this.key, "body", () -> ResponseEntity.accepted().body("first"));

		assertThat(this.idempotency.earlier(this.key, "body").orElseThrow().getHeaders().getFirst(Idempotency.REPLAYED))
			.isEqualTo("true");
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> this.idempotency.earlier(this.key, "another body"))
			.satisfies(problem -> assertThat(problem.code()).isEqualTo("idempotency-key-reused"));
	}

	@Test
	void saysAClientsSecretOnceAndKeepsItNowhere() throws Exception {
		var cookies = signIn();

		var created = send("POST", "/api/v1/auth/clients", CLIENT, cookies);
		var repeated = send("POST", "/api/v1/auth/clients", CLIENT, cookies);
		var other = send("POST", "/api/v1/auth/clients", CLIENT.replace("till", "other"), cookies);

		var secret = created.json().at("/clientSecret").stringValue();
		assertThat(repeated.json().at("/clientId")).isEqualTo(created.json().at("/clientId"));
		assertThat(repeated.json().has("clientSecret")).isFalse();
		assertThat(repeated.header("Idempotency-Replayed")).isEqualTo("true");
		assertThat(other.json().at("/code").stringValue()).isEqualTo("idempotency-key-reused");
		assertThat(this.jdbc
			.sql("SELECT c.*::text || k.*::text || encode(k.body, 'escape') FROM machine_client c, idempotency_key k")
			.query(String.class)
			.list()).isNotEmpty().noneMatch(row -> row.contains(secret));
	}

	@Test
	void tradesASecretForATokenThatIsVerifiedByItsSignature() throws Exception {
		var token = token("cleave-local", "cleave-local-secret");

		assertThat(token.json().at("/expires_in").intValue()).isBetween(1, 600);
		var access = token.json().at("/access_token").stringValue();
		assertThat(bearer(access).status()).isEqualTo(200);
		assertThat(bearer(access.substring(0, access.length() - 8) + "AAAAAAAA").status()).isEqualTo(401);
		assertThat(bearer(access.replaceFirst("^[^.]*", unsigned())).status()).isEqualTo(401);
		assertThat(token("cleave-local", "wrong").status()).isEqualTo(401);
		assertThat(token("nobody", "cleave-local-secret").status()).isEqualTo(401);
	}

	@Test
	void answersARepeatByteForByte() {
		var first = this.idempotency.once(this.key, "body",
				() -> ResponseEntity.created(URI.create("/x/1")).body(Map.of("n", 1)));
		var second = this.idempotency.once(this.key, "body", () -> {
			throw new AssertionError("done twice");
		});

		assertThat(second.getBody()).isEqualTo(first.getBody());
		assertThat(second.getStatusCode()).isEqualTo(first.getStatusCode());
		assertThat(second.getHeaders().getLocation()).isEqualTo(URI.create("/x/1"));
		assertThat(second.getHeaders().getFirst(Idempotency.REPLAYED)).isEqualTo("true");
	}

	@Test
	void keepsAConflictButNoOtherRefusalAndNoFailure() {
		this.idempotency.once(this.key, "body", () -> Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "no", "No."));
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> this.idempotency.once(this.key, "body", () -> {
				throw new IllegalStateException();
			}));
		assertThat(keys()).isZero();

		this.idempotency.once(this.key, "body", () -> Problems.of(HttpStatus.CONFLICT, "no", "No."));
		var repeated = this.idempotency.once(this.key, "body", () -> ResponseEntity.ok("yes"));

		assertThat(repeated.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
		assertThat(keys()).isOne();
	}

	@Test
	void refusesARepeatWhileTheFirstIsInFlight() throws Exception {
		var begun = new CountDownLatch(1);
		var mayEnd = new CountDownLatch(1);
		var first = CompletableFuture.supplyAsync(() -> this.idempotency.once(this.key, "body", () -> {
			begun.countDown();
			await(mayEnd);
			return ResponseEntity.ok("done");
		}));
		begun.await();

		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> this.idempotency.once(this.key, "body", () -> ResponseEntity.ok("again")))
			.satisfies(problem -> assertThat(problem.code()).isEqualTo("idempotency-in-flight"));
		mayEnd.countDown();

		assertThat(first.get().getStatusCode()).isEqualTo(HttpStatus.OK);
		assertThat(this.idempotency.once(this.key, "body", () -> ResponseEntity.ok("again")).getBody())
			.isEqualTo(first.get().getBody());
	}

	@Test
	void doesATwentyfoldRequestOnce() {
		var done = new java.util.concurrent.atomic.AtomicInteger();

		var answers = java.util.stream.IntStream.range(0, 20).parallel().mapToObj(attempt -> {
			try {
				return this.idempotency.once(this.key, "body", () -> ResponseEntity.ok(done.incrementAndGet()))
					.getStatusCode();
			}
			catch (ProblemException ex) {
				return ex.status();
			}
		}).collect(Collectors.toSet());

		assertThat(done).hasValue(1);
		assertThat(answers).contains(HttpStatus.OK).isSubsetOf(HttpStatus.OK, HttpStatus.CONFLICT);
	}

	private Map<String, String> signIn() throws IOException, InterruptedException {
		var answer = send("POST", "/api/v1/auth/session", ADMIN, Map.of());
		assertThat(answer.status()).isEqualTo(200);
		return answer.cookies();
	}

	private Answer token(String client, String secret) throws IOException, InterruptedException {
		var credentials = Base64.getEncoder().encodeToString("%s:%s".formatted(client, secret).getBytes());
		return send(HttpRequest.newBuilder(this.base.resolve("/oauth2/token"))
			.header("Authorization", "Basic " + credentials)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString("grant_type=client_credentials")));
	}

	private Answer bearer(String token) throws IOException, InterruptedException {
		return send(HttpRequest.newBuilder(this.base.resolve("/api/v1/auth/sessions"))
			.header("Authorization", "Bearer " + token));
	}

	private static String unsigned() {
		return Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\"}".getBytes());
	}

	private Answer send(String method, String path, String body, Map<String, String> cookies)
			throws IOException, InterruptedException {
		var request = HttpRequest.newBuilder(this.base.resolve(path))
			.method(method, (body != null) ? BodyPublishers.ofString(body) : BodyPublishers.noBody())
			.header("Content-Type", "application/json")
			.header(IdempotencyKey.HEADER, this.key.value());
		if (!cookies.isEmpty()) {
			request.header("Cookie",
					cookies.entrySet()
						.stream()
						.map(cookie -> cookie.getKey() + "=" + cookie.getValue())
						.collect(Collectors.joining("; ")));
			request.header("X-XSRF-TOKEN", cookies.getOrDefault("XSRF-TOKEN", "none"));
		}
		return send(request);
	}

	private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return new Answer(this.http.send(request.build(), BodyHandlers.ofString()));
	}

	private static String stackTrace(Throwable failure) {
		var trace = new StringWriter();
		failure.printStackTrace(new PrintWriter(trace));
		return trace.toString();
	}

	private List<AccountId> administrators() {
		return this.jdbc.sql("SELECT id FROM account WHERE role = 'ADMIN'")
			.query((row, number) -> AccountId.of(row.getString("id")))
			.list();
	}

	private Answer sendAnyhow(String path, String body) {
		try {
			return send("POST", path, body, Map.of());
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private int keys() {
		return this.jdbc.sql("SELECT count(*) FROM idempotency_key WHERE key = :key")
			.param("key", this.key.value())
			.query(Integer.class)
			.single();
	}

	private static IdempotencyKey key() {
		return new IdempotencyKey("tester", "POST /tests", UUID.randomUUID().toString(), "/tests");
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private record Answer(HttpResponse<String> response) {

		int status() {
			return this.response.statusCode();
		}

		String header(String name) {
			return this.response.headers().firstValue(name).orElse("");
		}

		JsonNode json() {
			return JsonMapper.shared().readTree(this.response.body());
		}

		Map<String, String> cookies() {
			return this.response.headers()
				.allValues("Set-Cookie")
				.stream()
				.map(cookie -> cookie.split(";", 2)[0].split("=", 2))
				.filter(cookie -> !cookie[1].isEmpty())
				.collect(Collectors.toMap(cookie -> cookie[0], cookie -> cookie[1]));
		}

	}

}
