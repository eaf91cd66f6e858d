package dev.cleave.acceptance;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static dev.cleave.acceptance.Eventually.eventually;
import static dev.cleave.acceptance.Json.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/// Somebody asks later who did it.
@Tag("S32")
@AcceptanceTest
class AuditTests {

	private final Shop shop;

	private final Clerk clerk;

	private final Visitor administrator;

	AuditTests(Shop shop) {
		this.shop = shop;
		this.clerk = shop.clerk();
		this.administrator = shop.administrator();
	}

	@BeforeEach
	void needOperators() {
		assumeThat(ShopElsewhere.isNamed()).as("operators may be out of reach").isFalse();
	}

	@Test
	void saysWhoAdjustedStockByForceAndWhyAndWhenAndFromWhere() {
		var sku = this.clerk.offers("Book", 100, 5);
		var trace = UUID.randomUUID().toString().replace("-", "");

		this.administrator.post("/stock/" + sku + "/adjustments")
			.header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
			.json(map("quantity", -1, "reason", "eaten\nby mice", "force", true))
			.send()
			.expect(422);
		this.administrator.post("/stock/" + sku + "/adjustments")
			.header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
			.json(map("quantity", -1, "reason", "eaten by mice", "force", true))
			.send()
			.expect(200);

		assertThat(entries("inventory", "subject=sku:" + sku)).singleElement().satisfies((entry) -> {
			assertThat(entry.path("action").asString()).isEqualTo("stock.adjusted");
			assertThat(entry.path("actorKind").asString()).isEqualTo("ACCOUNT");
			assertThat(entry.path("actor").asString()).isEqualTo(id(this.administrator));
			assertThat(entry.path("outcome").asString()).isEqualTo("DONE");
			assertThat(entry.path("reason").asString()).isEqualTo("eaten by mice");
			assertThat(entry.path("address").asString()).isEqualTo("127.0.0.1");
			assertThat(entry.path("trace").asString()).isEqualTo(trace);
			assertThat(entry.path("time").asString()).isNotBlank();
			assertThat(entry.path("details").asString()).contains("\"forced\":\"true\"", "\"quantity\":\"-1\"");
		});
	}

	@Test
	void saysWhoWasRefusedAndWhat() {
		var customer = this.shop.customer();

		customer.post("/stock/anything/receipts").json(map("quantity", 1, "reason", "x")).send().expect(403);

		// In the trail of a module of the process that refused it, whichever that is.
		assertThat(Topology.MODULES.stream()
			.flatMap((module) -> entries(module, "action=access.refused&actor=" + id(customer)).stream()))
			.singleElement()
			.satisfies((entry) -> {
				assertThat(entry.path("outcome").asString()).isEqualTo("REFUSED");
				assertThat(entry.path("subject").asString()).isEqualTo("POST /api/v1/stock/{sku}/receipts");
				assertThat(entry.path("reason").asString()).isEqualTo("forbidden");
			});
	}

	@Test
	void saysWhoWantedToForceWhatOnlyStaffMay() {
		var sku = this.clerk.offers("Book", 100, 5);
		var machine = this.shop.machine("stock:write");

		machine.post("/stock/" + sku + "/adjustments")
			.json(map("quantity", -1, "reason", "x", "force", true))
			.send()
			.expect(403);

		assertThat(entries("inventory", "subject=sku:" + sku)).singleElement().satisfies((entry) -> {
			assertThat(entry.path("actorKind").asString()).isEqualTo("CLIENT");
			assertThat(entry.path("reason").asString()).isEqualTo("force-needs-staff");
		});
	}

	@Test
	void saysWhoCameAndWhoWentAndWhoWasTurnedAway() {
		var email = Shop.unique("ada") + "@example.org";
		this.shop.register(email);
		var wrong = this.shop.stranger()
			.post("/auth/session")
			.json(map("email", email, "password", "a wrong password"))
			.send()
			.expect(401);
		var ada = this.shop.stranger().signIn(email, Shop.password());
		var subject = "account:" + id(ada);
		ada.delete("/auth/session").send().expect(204);

		assertThat(entries("auth", "subject=" + subject)).extracting((entry) -> entry.path("action").asString())
			.startsWith("session.closed", "session.opened");
		var turnedAway = entries("auth", "action=session.opened&subject=session").stream()
			.filter((entry) -> entry.path("trace").asString().equals(wrong.text("/traceId")))
			.toList();
		assertThat(turnedAway).singleElement().satisfies((entry) -> {
			assertThat(entry.path("actorKind").asString()).isEqualTo("STRANGER");
			assertThat(entry.path("actor").asString()).matches("[0-9a-f]{32}");
			assertThat(entry.path("outcome").asString()).isEqualTo("REFUSED");
			assertThat(entry.toString()).doesNotContain(email);
		});
	}

	@Test
	void saysWhoLetMachinesInAndTurnedThemAway() {
		var id = MachineClient.create(this.shop, "stock:write", "reports:read").id();
		var path = "/auth/clients/" + id;

		this.administrator.post(path + "/secret").json(map("overlapSeconds", 60)).send().expect(201);
		var version = this.administrator.get(path).send().expect(200).header("ETag");
		this.administrator.delete(path).ifMatch(version).send().expect(204);

		assertThat(entries("auth", "subject=client:" + id))
			.allSatisfy((entry) -> assertThat(entry.path("actor").asString()).isEqualTo(id(this.administrator)))
			.extracting((entry) -> entry.path("action").asString())
			.containsExactly("client.revoked", "client.secret-replaced", "client.created");
		assertThat(entries("auth", "action=signing-key.published")).isNotEmpty();
	}

	@Test
	void saysWithWhichSettingsAProcessStartedAndNoneThatIsSecret() {
		var started = entries("auth", "action=process.started");

		assertThat(started).isNotEmpty();
		assertThat(started.getFirst().path("details").asString()).contains("\"cleave.payments.simulator\":\"true\"")
			.doesNotContain("jdbc:");
	}

	@Test
	void showsEntriesFromTheYoungestPageByPage() {
		var sku = this.clerk.offers("Book", 100, 5);
		for (var number = 1; number <= 103; number++) {
			this.clerk.visitor()
				.post("/stock/" + sku + "/adjustments")
				.json(map("quantity", 1, "reason", "found " + number))
				.send()
				.expect(200);
		}

		var path = "/actuator/audit/inventory?subject=sku:" + sku;
		var page = ask("inventory", "GET", path);
		var rest = ask("inventory", "GET", path + "&before=" + page.number("/before"));

		assertThat(page.at("/entries").values()).hasSize(100)
			.first()
			.satisfies((entry) -> assertThat(entry.path("reason").asString()).isEqualTo("found 103"));
		assertThat(rest.at("/entries").values()).extracting((entry) -> entry.path("reason").asString())
			.containsExactly("found 3", "found 2", "found 1");
		assertThat(rest.json().has("before")).isFalse();
	}

	@Test
	void addsUp() {
		eventually(() -> assertThat(ask("auth", "POST", "/actuator/audit").number("/auth/entries")).isPositive());

		for (var module : Topology.MODULES) {
			assertThat(ask(module, "POST", "/actuator/audit").number("/" + module + "/discrepancies")).as(module)
				.isZero();
		}
		assertThat(ask("auth", "GET", "/actuator/audit").text("/auth/head")).hasSize(64);
		assertThat(ask("auth", "GET", "/actuator/prometheus").text())
			.containsPattern("cleave_audit_discrepancies\\{module=\"auth\"} 0.0");
	}

	private Answer ask(String module, String method, String path) {
		try (var door = new Door(List.of(this.shop.system().management(module)))) {
			return new Visitor(door).ask(method, path).send().expect(200);
		}
	}

	private List<JsonNode> entries(String module, String query) {
		return List.copyOf(ask(module, "GET", "/actuator/audit/" + module + "?" + query).at("/entries").values());
	}

	private static String id(Visitor person) {
		return person.get("/auth/session").send().expect(200).text("/account/id");
	}

}
