package dev.cleave.acceptance;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.cleave.checker.Checker;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static dev.cleave.acceptance.Json.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/// Canaries: secrets that somebody puts wherever something can be put in, and that must come out nowhere.
@Tag("S31")
@AcceptanceTest
class SecretsTests {

	private static final String JSON = "application/json";

	/// Part of every secret that callers send here.
	private final String canary = Shop.unique("canary");

	/// Part of the name of every field that nobody knows. Whoever sent it is told which
	/// it was.
	private final String label = Shop.unique("label");

	private final String email = Shop.unique("canny") + "@example.org";

	private final List<Answer> answers = new ArrayList<>();

	private final Shop shop;

	private final Visitor administrator;

	SecretsTests(Shop shop) {
		this.shop = shop;
		this.administrator = shop.administrator();
	}

	@Test
	void comeOutNowhere() {
		var ear = this.shop.system().listen();
		assumeThat(ear).as("within earshot").isPresent();
		var wary = (Logger) LoggerFactory.getLogger("dev.cleave");
		var level = wary.getLevel();
		try (var logs = ear.orElseThrow()) {
			wary.setLevel(Level.DEBUG);
			var given = new ArrayList<String>();

			askForPasswords();
			given.add(signInAndShowACookie());
			pretendToBeSomebody();
			given.addAll(beAMachine());
			payWithACard();
			pretendToHaveALetter();
			var everywhere = Stream.concat(Stream.of(this.canary, this.label, base64("nobody:" + secret("client"))),
					given.stream());

			assertThat(everywhere).allSatisfy((secret) -> assertThat(logs.of(secret)).isEmpty());
			assertThat(this.answers).hasSizeGreaterThan(30)
				.allSatisfy((answer) -> assertThat(answer.everything()).doesNotContain(this.canary));
			for (var marker : List.of(this.canary, this.label)) {
				assertThat(places(marker)).isEmpty();
				assertThat(Redis.keysWith(marker)).isEmpty();
			}
			assertThat(threads()).doesNotContain(this.canary);
			assertThat(operators()).allSatisfy((answer) -> assertThat(answer.everything()).doesNotContain(this.canary));
			assertThat(given).allSatisfy((secret) -> assertThat(places(secret)).isEmpty());
		}
		finally {
			wary.setLevel(level);
		}
	}

	/// As people do, and as their programs do before they work.
	private void askForPasswords() {
		var register = "/auth/accounts";
		send(stranger().post(register).json(map("email", this.email, "password", secret("password"), "name", "Ada")));
		send(stranger().post(register)
			.json(map("email", this.email, "password", secret("password"), "name", "Ada", told("name"), 1)));
		send(stranger().post(register).json(map("email", secret("email"), "password", secret("password"), "name", 1)));
		send(stranger().post(register).json(map("email", this.email, "password", List.of(secret("password")))));
		send(stranger().post(register)
			.json(map("email", this.email, "password", secret("x".repeat(130)), "name", "Ada")));
		send(stranger().post(register).json(map("email", this.email, "password", "x", "name", secret("\u0000"))));
		send(stranger().post(register).body(JSON, "{\"password\": \"" + secret("password") + "\", "));
		send(stranger().post(register).body(JSON, "{\"password\": " + secret("password") + "}"));
		send(stranger().post(register).body("text/plain", secret("password")));
		send(stranger().post("/auth/session").json(map("email", this.email, "password", secret("wrong"))));
		send(stranger().post("/auth/session?password=" + secret("query")).json(map("email", this.email)));
		send(stranger().post("/auth/session/" + secret("path")));
		send(stranger().get("/" + secret("path") + "?token=" + secret("query")));
		send(stranger().get("/" + secret("path%00")));
		send(stranger().get("/orders?cursor=" + secret("cursor")));
		send(stranger().ask(secret("METHOD"), "/api/v1/products"));
	}

	/// Returns the value of the CSRF token, which nobody else may learn either.
	private String signInAndShowACookie() {
		var ada = this.shop.stranger().signIn(this.email, secret("password"));
		send(ada.get("/auth/session"));
		send(ada.get("/auth/sessions"));
		send(ada.get("/orders?cursor=" + secret("cursor")));
		send(ada.post("/orders").body(JSON, "{\"shipTo\": {}, \"" + told("field") + "\": 1}"));
		send(ada.post("/auth/password")
			.json(map("currentPassword", secret("wrong"), "newPassword", secret("short\u0001"))));
		send(ada.post("/auth/session/proof").json(map("code", secret("code"))));
		send(ada.post("/auth/second-factor").json(map("code", secret("code"))));
		send(ada.post("/auth/second-factor/confirmation").json(map("code", secret("code"))));
		return ada.cookies().get("XSRF-TOKEN");
	}

	private void pretendToBeSomebody() {
		for (var path : List.of("/api/v1/orders", "/api/v1/auth/session", "/actuator/health", "/oauth2/jwks")) {
			send(stranger().ask("GET", path).header("Authorization", "Bearer " + secret("token")));
			send(stranger().ask("GET", path).header("Authorization", "Basic " + base64("nobody:" + secret("client"))));
			send(stranger().ask("GET", path).header("Authorization", secret("scheme")));
			send(stranger().ask("GET", path)
				.header("Cookie", "SESSION=" + base64(secret("session")) + "; X=" + secret("x")));
			send(stranger().ask("GET", path).header("X-Api-Key", secret("key")).header("traceparent", secret("trace")));
		}
		send(stranger().post("/orders")
			.header("Cookie", "SESSION=" + secret("session") + "; XSRF-TOKEN=" + secret("csrf"))
			.header("X-XSRF-TOKEN", secret("csrf"))
			.body(JSON, "{}"));
	}

	/// Returns a machine's secret and its token.
	private List<String> beAMachine() {
		var machine = MachineClient.create(this.shop, "reports:read");
		var token = machine.token().text("/access_token");
		send(this.shop.stranger().carrying(token).get("/reports/sales?from=2020-01-01&to=2020-01-02&by=day"));
		send(this.shop.stranger().carrying(token).get("/orders"));
		send(this.shop.stranger().carrying(token + "x").get("/orders"));
		send(stranger().ask("POST", "/oauth2/token")
			.header("Authorization", "Basic " + base64("nobody:" + secret("client")))
			.body("application/x-www-form-urlencoded", "grant_type=client_credentials"));
		send(stranger().ask("POST", "/oauth2/token")
			.body("application/x-www-form-urlencoded",
					"grant_type=client_credentials&client_id=nobody&client_secret=" + secret("client")));
		send(stranger().ask("POST", "/oauth2/token?client_secret=" + secret("client"))
			.body("application/x-www-form-urlencoded", "grant_type=password&password=" + secret("password")));
		return List.of(machine.secret(), token, token.substring(token.lastIndexOf('.') + 1));
	}

	/// Nobody here wants to know anything of a card.
	private void payWithACard() {
		var order = "/orders/00000000-0000-7000-8000-000000000000";
		for (var field : List.of("card", "cvc", "iban")) {
			send(this.administrator.post(order + "/payment").json(map("paymentReference", "x", field, secret(field))));
			send(this.administrator.post(order + "/refund").json(map(field, secret(field))));
			send(this.administrator.post(order + "/checkout").json(map(field, secret(field))));
		}
		send(stranger().post("/payments/callbacks")
			.header("webhook-id", "x")
			.header("webhook-timestamp", "1")
			.header("webhook-signature", "v1," + secret("signature"))
			.body(JSON, "{\"card\": \"" + secret("card") + "\"}"));
	}

	private void pretendToHaveALetter() {
		for (var token : List.of(secret("token"), secret("\u0000"), secret("x".repeat(5_000)))) {
			send(stranger().post("/auth/accounts/verification").json(map("token", token)));
			send(stranger().post("/auth/password/reset").json(map("token", token, "password", secret("password"))));
		}
	}

	private void send(Call call) {
		this.answers.add(call.without("Idempotency-Key").header("Idempotency-Key", Shop.unique("key")).onceAtAll());
	}

	private List<Answer> operators() {
		return Stream.of("auth", "orders").flatMap((module) -> {
			var operator = new Visitor(new Door(List.of(this.shop.system().management(module))));
			return Stream.of("prometheus", "health", "messaging", "audit", "audit/" + module)
				.map((endpoint) -> operator.ask("GET", "/actuator/" + endpoint).onceAtAll());
		}).toList();
	}

	private List<String> places(String text) {
		return this.shop.system().checker().map((Checker checker) -> List.copyOf(checker.placesOf(text))).orElseThrow();
	}

	private static String threads() {
		return Arrays.toString(ManagementFactory.getThreadMXBean().dumpAllThreads(true, true));
	}

	private String secret(String what) {
		return this.canary + "-" + what;
	}

	private String told(String what) {
		return this.label + "-" + what;
	}

	private Visitor stranger() {
		return this.shop.stranger();
	}

	private static String base64(String text) {
		return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

}
