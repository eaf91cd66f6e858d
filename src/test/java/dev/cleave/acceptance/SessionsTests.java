package dev.cleave.acceptance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static dev.cleave.acceptance.Eventually.eventually;
import static dev.cleave.acceptance.GuardedShop.COOKIE;
import static dev.cleave.acceptance.GuardedShop.DEVICE;
import static dev.cleave.acceptance.GuardedShop.attempt;
import static dev.cleave.acceptance.GuardedShop.bytes;
import static dev.cleave.acceptance.GuardedShop.idOf;
import static dev.cleave.acceptance.GuardedShop.keyOf;
import static dev.cleave.acceptance.Json.map;
import static org.assertj.core.api.Assertions.assertThat;

/// How a session begins, what its cookies look like, and when it ends.
@ExtendWith(GuardedShop.Keeper.class)
class SessionsTests {

	private final GuardedShop guarded;

	private final Shop shop;

	SessionsTests(GuardedShop guarded) {
		this.guarded = guarded;
		this.shop = guarded.shop();
	}

	@Test
	@Tag("S7")
	void namesASessionAnewAtSignInAndWithEachProof() {
		var visitor = this.shop.customer();
		var planted = visitor.cookies().get(COOKIE);
		var victim = this.shop.stranger();
		victim.cookies().put(COOKIE, planted);
		victim.cookies().put("XSRF-TOKEN", visitor.cookies().get("XSRF-TOKEN"));
		var email = this.guarded.registered();

		victim.signIn(email, Shop.password());
		var atFirst = victim.cookies().get(COOKIE);
		victim.post("/auth/session/proof")
			.without("Idempotency-Key")
			.json(map("password", Shop.password()))
			.send()
			.expect(200, 204);

		assertThat(List.of(planted, atFirst, victim.cookies().get(COOKIE))).doesNotHaveDuplicates();
		assertThat(idOf(atFirst)).as("256 random bits").hasSize(43);
		victim.get("/auth/session").send().expect(200);
		assertThat(victim.get("/auth/sessions").send().at("/items").size()).isOne();
		for (var former : List.of(planted, atFirst, "bWFkZSB1cA==", idOf(victim.cookies().get(COOKIE)))) {
			this.guarded.holder(former).get("/auth/session").send().expect(401);
		}
	}

	@Test
	@Tag("S8")
	void givesCookiesThatOnlyThisSiteSeesAndNoScriptReads() {
		var email = this.guarded.registered();

		var cookies = attempt(this.shop.stranger(), email, Shop.password()).expect(200).headers("Set-Cookie");

		assertThat(cookies).hasSize(3).allSatisfy((cookie) -> {
			var flags = List.of(cookie.split("; ?"));
			assertThat(flags).contains("Path=/", "Secure", "SameSite=Lax")
				.noneMatch((flag) -> flag.startsWith("Domain"));
			assertThat(flags.contains("HttpOnly")).as(cookie).isEqualTo(!cookie.startsWith("XSRF-TOKEN="));
		});
		assertThat(cookies).extracting((cookie) -> cookie.split("=")[0])
			.containsExactlyInAnyOrder(COOKIE, DEVICE, "XSRF-TOKEN");
	}

	@Test
	@Tag("S9")
	void wantsAProofOfCookiesAndMixesThemWithNoToken() {
		var token = MachineClient.create(shop, "reports:read").token().text("/access_token");
		var visitor = this.shop.customer();
		var cookies = visitor.cookies();
		var forged = this.guarded.holder(cookies.get(COOKIE));
		var machine = this.guarded.holder(cookies.get(COOKIE)).carrying(token);

		eventually(() -> visitor.get("/auth/session").onceAtAll().expect(200));
		forged.post("/orders").json(Map.of()).onceAtAll().expectProblem(403, "csrf-token-invalid");
		this.guarded.holder(cookies.get(COOKIE))
			.delete("/auth/session")
			.onceAtAll()
			.expectProblem(403, "csrf-token-invalid");
		this.guarded.holder(cookies.get(COOKIE))
			.post("/orders")
			.header("X-XSRF-TOKEN", "another")
			.json(Map.of())
			.onceAtAll()
			.expectProblem(403, "csrf-token-invalid");
		machine.get("/reports/sales?from=2020-01-01&to=2020-01-02&by=day").send().expect(200);
		machine.get("/auth/second-factor").send().expectProblem(403, "forbidden");
		this.guarded.holder(cookies.get(COOKIE)).carrying("made-up").get("/auth/session").send().expect(401);
		this.shop.stranger()
			.post("/auth/session")
			.header("Sec-Fetch-Site", "cross-site")
			.json(map("email", "a@example.org", "password", "x"))
			.onceAtAll()
			.expectProblem(403, "csrf-token-invalid");
		this.shop.stranger()
			.post("/auth/session")
			.body("text/plain", "{\"email\":\"a@example.org\"}")
			.send()
			.expect(415);
		visitor.get("/auth/session").send().expect(200);
	}

	@Test
	@Tag("S25")
	void endsASessionAfterHalfAnHourOfNothingAndAfterTwelveHours() {
		var visitor = this.shop.customer();
		var key = keyOf(visitor);
		assertThat(this.guarded.redis().ttl(key)).isBetween(1L, Duration.ofMinutes(30).toSeconds());

		createdBefore(key, Duration.ofHours(12).minusMinutes(1));
		visitor.get("/auth/session").send().expect(200);
		createdBefore(key, Duration.ofHours(12).plusSeconds(1));
		visitor.get("/auth/session").send().expect(401);

		var idle = this.shop.customer();
		// The sign-in may still be writing when it has been answered, which makes it last
		// longer.
		eventually(() -> {
			this.guarded.redis().pexpire(keyOf(idle), 1);
			assertThat(this.guarded.redis().exists(keyOf(idle))).isZero();
		});
		idle.get("/auth/session").send().expect(401);
	}

	@Test
	@Tag("S25")
	void keepsTenSessionsOfAnAccountAndEndsTheOneThatIsUsedLeast() {
		var email = this.guarded.registered();
		var sessions = new ArrayList<Visitor>();
		for (var session = 0; session < 10; session++) {
			sessions.add(this.guarded.signedIn(email));
		}
		sessions.getFirst().get("/auth/session").send().expect(200);

		sessions.add(this.guarded.signedIn(email));

		assertThat(sessions).extracting((session) -> session.get("/auth/session").send().status())
			.containsExactly(200, 401, 200, 200, 200, 200, 200, 200, 200, 200, 200);
		assertThat(sessions.getFirst().get("/auth/sessions").send().at("/items").size()).isEqualTo(10);
	}

	@Test
	@Tag("S26")
	void leavesNothingOfWhoeverHasNotSignedIn() {
		var before = this.guarded.redis().dbsize();

		for (var round = 0; round < 60; round++) {
			this.shop.stranger().get("/products").send().expect(200);
			this.shop.stranger().get("/auth/session").send().expect(401);
			this.shop.stranger().post("/orders").json(Map.of()).send().expect(401);
			this.shop.stranger().get("/orders").header("Authorization", "Bearer made-up").send().expect(401);
			this.guarded.holder(Base64.getEncoder().encodeToString(bytes("made-up-" + round)))
				.get("/auth/session")
				.send()
				.expect(401);
		}

		assertThat(this.guarded.redis().dbsize()).isLessThanOrEqualTo(before);
	}

	private void createdBefore(String key, Duration time) {
		this.guarded.redis().hset(key, "creationTime", bytes("" + Instant.now().minus(time).toEpochMilli()));
	}

}
