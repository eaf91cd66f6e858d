package dev.cleave.acceptance;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static dev.cleave.acceptance.Json.map;
import static org.assertj.core.api.Assertions.assertThat;

/// Machines come and go, and so do their secrets and the keys that sign for them.
@AcceptanceTest
@InOneTopology
@Tag("S17")
class MachinesTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final Shop shop;

	private final Visitor administrator;

	MachinesTests(Shop shop) {
		this.shop = shop;
		this.administrator = shop.administrator();
	}

	@Test
	void showsMachinesAndNoSecrets() {
		var first = MachineClient.create(this.shop, "reports:read", "stock:write");
		var second = MachineClient.create(this.shop, "orders:write");

		var one = this.administrator.get("/auth/clients/" + first.id()).send().expect(200);
		var page = this.administrator.get("/auth/clients?limit=1").send().expect(200);
		var rest = this.administrator.ask("GET", Pages.next(page)).send().expect(200);

		assertThat(one.at("/scopes").values()).extracting(JsonNode::asString)
			.containsExactly("reports:read", "stock:write");
		assertThat(one.json().propertyNames()).containsExactlyInAnyOrder("clientId", "name", "scopes", "createdAt",
				"version");
		assertThat(page.at("/items")).hasSize(1);
		assertThat(rest.text() + page.text()).contains(first.id(), second.id()).doesNotContain("sha256", "ecret");
		this.shop.system()
			.checker()
			.ifPresent(checker -> assertThat(checker.placesOf(first.secret())).as("places of a secret").isEmpty());
		this.administrator.get("/auth/clients/nobody").send().expectProblem(404, "not-found");
	}

	@Test
	void takesTheFormerSecretDuringTheOverlapOnly() {
		var before = MachineClient.create(this.shop, "reports:read");
		var key = Shop.unique("key");

		var answer = replaceSecret(before, key, map()).expect(201);
		var repeated = replaceSecret(before, key, map()).expect(201);
		var after = new MachineClient(this.shop, before.id(), answer.text("/clientSecret"));

		assertThat(Duration.between(Instant.now(), Instant.parse(answer.text("/formerSecretUntil"))))
			.isBetween(Duration.ofHours(23), Duration.ofHours(24));
		assertThat(repeated.json().has("clientSecret")).isFalse();
		before.token().expect(200);
		after.token().expect(200);

		var last = replaceSecret(after, Shop.unique("key"), map("overlapSeconds", 0)).expect(201);

		assertThat(last.json().has("formerSecretUntil")).isFalse();
		before.token().expectProblem(401, "invalid-client");
		after.token().expectProblem(401, "invalid-client");
		new MachineClient(this.shop, before.id(), last.text("/clientSecret")).token().expect(200);
		replaceSecret(after, Shop.unique("key"), map("overlapSeconds", 604_801)).expectFault("/overlapSeconds");
		this.administrator.post("/auth/clients/nobody/secret").json(map()).send().expectProblem(404, "not-found");
	}

	@Test
	void turnsARevokedMachineAway() {
		var machine = MachineClient.create(this.shop, "reports:read");
		var path = "/auth/clients/" + machine.id();
		var seen = this.administrator.get(path).send().expect(200).header("ETag");
		replaceSecret(machine, Shop.unique("key"), map()).expect(201);
		machine.token().expect(200);

		this.administrator.delete(path).send().expectProblem(428, "if-match-missing");
		this.administrator.delete(path).ifMatch(seen).send().expectProblem(412, "version-stale");
		var now = this.administrator.get(path).send().expect(200).header("ETag");
		this.administrator.delete(path).ifMatch(now).send().expect(204);

		machine.token().expectProblem(401, "invalid-client");
		this.administrator.get(path).send().expect(404);
		this.administrator.delete(path).ifMatch("*").send().expect(404);
	}

	@Test
	void givesNoTokenToAMachineThatHasExpired() {
		var soon = Instant.now().plusSeconds(2).toString();
		var machine = create(map("name", "Till", "scopes", List.of("reports:read"), "expiresAt", soon));

		Eventually.within(PATIENCE, () -> machine.token().expectProblem(401, "invalid-client"));

		for (var senseless : List.of("2020-01-01T00:00:00Z", "tomorrow", "+999999999-12-31T23:59:59Z")) {
			this.administrator.post("/auth/clients")
				.json(map("name", "Till", "scopes", List.of("reports:read"), "expiresAt", senseless))
				.send()
				.expectFault("/expiresAt");
		}
	}

	@Test
	void givesNoTokenForAScopeThatTheMachineLacks() {
		var machine = MachineClient.create(this.shop, "reports:read", "orders:write");

		assertThat(token(machine, "reports:read").expect(200).text("/scope")).isEqualTo("reports:read");
		token(machine, "stock:write").expectProblem(400, "invalid-scope");
		token(machine, "reports:read stock:write").expectProblem(400, "invalid-scope");
		token(machine, "everything").expectProblem(400, "invalid-scope");
	}

	@Test
	void letsOnlyAdministratorsKeepMachinesAndKeys() {
		var machine = MachineClient.create(this.shop, "reports:read");
		var path = "/auth/clients/" + machine.id();

		for (var caller : List.of(this.shop.customer(), machine.visitor())) {
			caller.get("/auth/clients").send().expect(403);
			caller.get(path).send().expect(403);
			caller.post(path + "/secret").json(map()).send().expect(403);
			caller.delete(path).ifMatch("*").send().expect(403);
			caller.get("/auth/signing-keys").send().expect(403);
			caller.post("/auth/signing-keys").json(map()).send().expect(403);
		}
	}

	@Test
	void tellsOfAnotherSigningKeyLongBeforeItSigns() {
		var machine = MachineClient.create(this.shop, "reports:read");
		var signing = kid(machine);

		this.administrator.post("/auth/signing-keys").json(map()).send().expect(201, 409);
		this.administrator.post("/auth/signing-keys").json(map()).send().expectProblem(409, "signing-key-waiting");

		var keys = this.administrator.get("/auth/signing-keys").send().expect(200).at("/items");
		assertThat(keys.values()).extracting(key -> key.path("state").asString()).startsWith("WAITING", "SIGNING");
		assertThat(keys.at("/1/kid").asString()).isEqualTo(signing);
		var waiting = keys.at("/0/kid").asString();
		var published = this.shop.stranger().ask("GET", "/oauth2/jwks").send().expect(200);
		assertThat(published.at("/keys").values()).extracting(key -> key.path("kid").asString())
			.contains(waiting, signing);
		assertThat(published.at("/keys").values())
			.allSatisfy(key -> assertThat(key.propertyNames()).doesNotContain("d", "p", "q", "dp", "dq", "qi"));
		assertThat(kid(machine)).isEqualTo(signing);
		machine.visitor().get("/reports/sales?from=2020-01-01&to=2020-01-02&by=day").send().expect(200);
	}

	private MachineClient create(Map<String, Object> request) {
		var created = this.administrator.post("/auth/clients").json(request).send().expect(201);
		return new MachineClient(this.shop, created.text("/clientId"), created.text("/clientSecret"));
	}

	private Answer replaceSecret(MachineClient machine, String key, Map<String, Object> request) {
		return this.administrator.post("/auth/clients/" + machine.id() + "/secret").key(key).json(request).send();
	}

	private Answer token(MachineClient machine, String scope) {
		return this.shop.stranger()
			.ask("POST", "/oauth2/token")
			.without("Idempotency-Key")
			.body("application/x-www-form-urlencoded",
					"grant_type=client_credentials&client_id=%s&client_secret=%s&scope=%s".formatted(machine.id(),
							machine.secret(), Visitor.encoded(scope)))
			.send();
	}

	/// The name of the key that signed a token just now.
	private static String kid(MachineClient machine) {
		var token = machine.token().expect(200).text("/access_token");
		var header = Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.')));
		return Json.read(header).path("kid").asString();
	}

}
