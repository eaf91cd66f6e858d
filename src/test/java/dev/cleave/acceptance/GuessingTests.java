package dev.cleave.acceptance;

import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

import static dev.cleave.acceptance.GuardedShop.ADDRESS_FAILURES;
import static dev.cleave.acceptance.GuardedShop.COOKIE;
import static dev.cleave.acceptance.GuardedShop.PROXY;
import static dev.cleave.acceptance.GuardedShop.attempt;
import static org.assertj.core.api.Assertions.assertThat;

/// How often somebody may guess a password, from wherever and however it is spelt.
@ExtendWith(GuardedShop.Keeper.class)
class GuessingTests {

	private final GuardedShop guarded;

	private final Shop shop;

	GuessingTests(GuardedShop guarded) {
		this.guarded = guarded;
		this.shop = guarded.shop();
	}

	@Test
	@Tag("S10")
	void letsTheOwnerInWhateverOthersGuessFromTheSameAddress() {
		var email = this.guarded.registered();
		var owner = this.guarded.signedIn(email);
		owner.delete("/auth/session").send().expect(204);

		var guesses = IntStream.range(0, 12)
			.mapToObj((n) -> attempt(this.shop.stranger(), email, "guess " + n))
			.toList();

		assertThat(guesses).extracting(Answer::status).startsWith(401, 401, 401, 401, 401, 429).endsWith(429);
		assertThat(Integer.parseInt(String.valueOf(guesses.getLast().header("Retry-After")))).isBetween(1, 180);
		attempt(this.shop.stranger(), email, Shop.password()).expectProblem(429, "sign-in-throttled");
		attempt(owner, email, Shop.password()).expect(200);
	}

	@Test
	@Tag("S10")
	void takesTheOwnersProofWhateverOthersGuessFromTheSameAddress() {
		var email = this.guarded.registered();
		var owner = this.guarded.signedIn(email);
		IntStream.range(0, 6).forEach((n) -> attempt(this.shop.stranger(), email, "guess " + n));
		attempt(this.shop.stranger(), email, Shop.password()).expectProblem(429, "sign-in-throttled");

		prove(owner, Shop.password()).expect(204);
		IntStream.range(0, 5).forEach((n) -> prove(owner, "guess " + n).expectProblem(403, "proof-wrong"));
		prove(owner, Shop.password()).expectProblem(429, "sign-in-throttled");
	}

	@Test
	@Tag("S12")
	@Tag("S27")
	@EnabledOnOs(OS.LINUX)
	void believesNobodyButItsProxiesWhoIsCalling() throws Exception {
		try (var direct = from("127.0.0.3"); var proxy = from(PROXY)) {
			var statuses = new ArrayList<Integer>();
			for (var guess = 0; guess < 40; guess++) {
				statuses.add(guess(direct, guess, "X-Forwarded-For", "203.0.113." + guess, "X-Real-IP", "203.0.113.1",
						"Forwarded", "for=203.0.113." + guess, "X-Forwarded-Proto", "https")
					.statusCode());
			}
			var elsewhere = guess(proxy, 100, "X-Forwarded-For", "127.0.0.3, 203.0.113.7", "X-Forwarded-Proto",
					"https");
			var same = guess(proxy, 101, "X-Forwarded-For", "203.0.113.7, 127.0.0.3");
			var overTls = guess(direct, 102, "X-Forwarded-Proto", "https");

			assertThat(statuses.stream().filter((status) -> status == 401)).hasSize(ADDRESS_FAILURES);
			assertThat(statuses.subList(ADDRESS_FAILURES, 40)).containsOnly(429);
			assertThat(elsewhere.statusCode()).isEqualTo(401);
			assertThat(elsewhere.headers().firstValue("Strict-Transport-Security")).isPresent();
			assertThat(same.statusCode()).isEqualTo(429);
			assertThat(overTls.headers().firstValue("Strict-Transport-Security")).isEmpty();
		}
	}

	@Test
	@Tag("S10")
	@EnabledOnOs(OS.LINUX)
	void givesMachinesTheirTokensWhateverOthersGuessFromTheSameAddress() throws Exception {
		var machine = MachineClient.create(this.shop, "reports:read");
		try (var gateway = from("127.0.0.4")) {
			var guesses = new ArrayList<Integer>();
			for (var guess = 0; guess < ADDRESS_FAILURES + 5; guess++) {
				guesses.add(token(gateway, machine.id(), "guess " + guess).statusCode());
			}

			assertThat(guesses.subList(0, ADDRESS_FAILURES)).containsOnly(401);
			assertThat(guesses.subList(ADDRESS_FAILURES, guesses.size())).contains(429).doesNotContain(200);
			assertThat(token(gateway, machine.id(), machine.secret()).statusCode()).isEqualTo(200);
		}
	}

	@Test
	@Tag("S27")
	void countsTheSameGuessesHoweverTheyAreSpelt() {
		var name = Shop.unique("Ada");
		var paths = List.of("/auth/session", "/auth/session/", "/auth//session", "/auth/%73ession", "/auth/./session",
				"/AUTH/session", "/auth/session;a=b", "/auth/session?a=b", "/auth/session%2e");
		var guessed = new ArrayList<Integer>();

		for (var path : paths) {
			for (var email : List.of(name, name.toUpperCase(Locale.ROOT), " " + name.toLowerCase(Locale.ROOT))) {
				guessed.add(this.shop.stranger()
					.post(path)
					.without("Idempotency-Key")
					.json(Map.of("email", email + "@Example.org", "password", "guess"))
					.onceAtAll()
					.status());
			}
		}

		assertThat(guessed.stream().filter((status) -> status == 401)).hasSize(5);
		assertThat(guessed).doesNotContain(200);
	}

	@Test
	@Tag("S25")
	@Tag("S27")
	void isOneShopOnAllItsNodes() throws Exception {
		var email = this.guarded.registered();
		try (var process = this.guarded.process(); var door = new Door(List.of(process.address()))) {
			ShopOfNodes.awaitReady(process);
			var there = new Visitor(door).signIn(email, Shop.password());
			var here = this.guarded.holder(there.cookies().get(COOKIE));
			here.cookies().putAll(there.cookies());
			here.get("/auth/session").send().expect(200);
			here.delete("/auth/session").send().expect(204);
			there.get("/auth/session").send().expect(401);

			var guesses = IntStream.range(0, 24)
				.parallel()
				.mapToObj((n) -> attempt((n % 2 == 0) ? this.shop.stranger() : new Visitor(door), email, "guess " + n)
					.status())
				.toList();
			assertThat(guesses.stream().filter((status) -> status == 401).count()).isLessThanOrEqualTo(5);
			assertThat(guesses).contains(401).doesNotContain(200);

			var survivor = there.signIn(email, Shop.password());
			process.close();
			assertThat(process.isAlive()).isFalse();
			this.guarded.holder(survivor.cookies().get(COOKIE)).get("/auth/session").send().expect(200);
		}
	}

	private static Answer prove(Visitor visitor, String password) {
		return visitor.post("/auth/session/proof")
			.without("Idempotency-Key")
			.json(Map.of("password", password))
			.onceAtAll();
	}

	private static HttpClient from(String address) throws Exception {
		return HttpClient.newBuilder().localAddress(InetAddress.getByName(address)).build();
	}

	private HttpResponse<String> token(HttpClient client, String id, String secret) throws Exception {
		var credentials = (Visitor.encoded(id) + ":" + Visitor.encoded(secret)).getBytes(StandardCharsets.UTF_8);
		var request = HttpRequest.newBuilder(this.shop.system().nodes().getFirst().resolve("/oauth2/token"))
			.POST(BodyPublishers.ofString("grant_type=client_credentials"))
			.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials))
			.header("Content-Type", "application/x-www-form-urlencoded");
		return client.send(request.build(), BodyHandlers.ofString());
	}

	private HttpResponse<String> guess(HttpClient client, int guess, String... headers) throws Exception {
		var body = "{\"email\":\"a%d@example.org\",\"password\":\"guess\"}".formatted(guess);
		var request = HttpRequest.newBuilder(this.shop.system().nodes().getFirst().resolve("/api/v1/auth/session"))
			.POST(BodyPublishers.ofString(body))
			.headers(headers)
			.header("Content-Type", "application/json");
		return client.send(request.build(), BodyHandlers.ofString());
	}

}
