package dev.cleave.acceptance;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static dev.cleave.acceptance.Json.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/// What is hard to undo takes a fresh proof of who does it.
@AcceptanceTest
class StepUpTests {

	private final Shop shop;

	private final List<Visitor> administrators = new ArrayList<>();

	StepUpTests(Shop shop) {
		this.shop = shop;
	}

	@BeforeEach
	void isWithinReach() {
		assumeThat(ShopElsewhere.isNamed()).as("its sessions are out of reach").isFalse();
	}

	/// An account can be signed in at so many places only.
	@AfterEach
	void signOut() {
		this.administrators.forEach((admin) -> admin.delete("/auth/session").send());
	}

	@Test
	void asksForAProofBeforeWhatIsHardToUndoAndForNothingElse() {
		var sku = this.shop.clerk().offers("Book", 100, 5);
		var admin = administrator();
		var clerk = new Clerk(this.shop, admin);
		clerk.adjust(sku, 1, false).expect(200, 201);

		Redis.ageProof(admin.cookies().get("SESSION"));

		admin.post("/stock/" + sku + "/adjustments")
			.json(map("quantity", 1, "reason", "counted"))
			.send()
			.expectProblem(403, "proof-required");
		admin.post("/orders/nonsense/refund")
			.json(map("refundReference", "r"))
			.send()
			.expectProblem(403, "proof-required");
		admin.post("/auth/clients")
			.json(map("name", "x", "scopes", List.of("reports:read")))
			.send()
			.expectProblem(403, "proof-required");
		admin.delete("/auth/accounts/nonsense").ifMatch("*").send().expectProblem(403, "proof-required");
		clerk.receive(sku, 1).expect(200, 201);
		admin.get("/auth/accounts").send().expect(200);
	}

	@Test
	void takesThePasswordAsProofAndGivesTheSessionANewName() {
		var sku = this.shop.clerk().offers("Book", 100, 5);
		var admin = administrator();
		var former = admin.cookies().get("SESSION");
		Redis.ageProof(former);

		prove(admin, "not the password at all").expectProblem(403, "proof-wrong");
		new Clerk(this.shop, admin).adjust(sku, -1, false).expectProblem(403, "proof-required");
		prove(admin, this.shop.system().administratorPassword()).expect(204);

		new Clerk(this.shop, admin).adjust(sku, -1, false).expect(200, 201);
		assertThat(admin.cookies().get("SESSION")).isNotEqualTo(former);
		var thief = this.shop.stranger();
		thief.cookies().put("SESSION", former);
		thief.get("/auth/session").send().expect(401);
		assertThat(admin.get("/auth/sessions").send().expect(200).at("/items").values())
			.filteredOn((session) -> session.path("current").asBoolean())
			.hasSize(1);
	}

	@Test
	void asksNoMachineForAProof() {
		var sku = this.shop.clerk().offers("Book", 100, 5);

		new Clerk(this.shop, this.shop.machine("stock:write")).adjust(sku, -1, false).expect(200, 201);
		prove(this.shop.machine("stock:write"), "none").expectProblem(403, "forbidden");
	}

	@Test
	@Tag("S43")
	void letsAdministratorsWhoProveThemselvesMendWhatIsStuckAndOthersLook() {
		try (var door = new Door(List.of(this.shop.system().management("orders")))) {
			var customer = at(door, this.shop.customer());
			var admin = administrator();
			var operator = at(door, admin);
			var machine = new Visitor(door)
				.carrying(MachineClient.create(this.shop, "orders:write").token().expect(200).text("/access_token"));

			new Visitor(door).ask("GET", "/actuator/messaging").send().expect(200);
			retry(new Visitor(door)).expectProblem(401, "unauthenticated");
			retry(machine).expectProblem(401, "unauthenticated");
			retry(customer).expectProblem(403, "forbidden");
			assertThat(retry(operator).expect(200).number("/messages")).isZero();

			Redis.ageProof(admin.cookies().get("SESSION"));
			retry(operator).expectProblem(403, "proof-required");
			prove(admin, this.shop.system().administratorPassword()).expect(204);
			operator.cookies().putAll(admin.cookies());
			retry(operator).expect(200);
			operator.cookies().remove("XSRF-TOKEN");
			retry(operator).expectProblem(403, "csrf-token-invalid");
		}
	}

	private static Answer retry(Visitor visitor) {
		return visitor.ask("POST", "/actuator/messaging/orders.catalogue").json(map("action", "retry")).send();
	}

	private static Visitor at(Door door, Visitor person) {
		var visitor = new Visitor(door);
		visitor.cookies().putAll(person.cookies());
		return visitor;
	}

	private static Answer prove(Visitor visitor, String password) {
		return visitor.post("/auth/session/proof").without("Idempotency-Key").json(map("password", password)).send();
	}

	/// In a session of its own, which no other test needs.
	private Visitor administrator() {
		var admin = this.shop.stranger()
			.signIn(this.shop.system().administratorEmail(), this.shop.system().administratorPassword());
		this.administrators.add(admin);
		return admin;
	}

}
