package dev.cleave.acceptance;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static dev.cleave.acceptance.Json.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/// Who becomes staff, and how.
@AcceptanceTest
class AccountRolesTests {

	private final Shop shop;

	private final Visitor administrator;

	private final String email = Shop.unique("zoe") + "@example.org";

	AccountRolesTests(Shop shop) {
		this.shop = shop;
		this.administrator = shop.administrator();
	}

	@BeforeEach
	void register() {
		this.shop.register(this.email);
	}

	@Test
	void makesStaffOfACustomerAndEndsWhatTheCustomerHadOpen() {
		var zoe = signIn();
		var elsewhere = signIn();
		var account = account(zoe);
		zoe.get("/reports/stock").send().expect(403);

		var changed = become(account, "STAFF", etag(account)).expect(200);

		assertThat(changed.text("/roles/0")).isEqualTo("STAFF");
		assertThat(changed.header("ETag")).isEqualTo(etag(account));
		zoe.get("/auth/session").send().expect(401);
		elsewhere.get("/auth/session").send().expect(401);
		var staff = signIn();
		staff.get("/reports/stock").send().expect(200);
		staff.get("/auth/accounts").send().expect(403);
		this.shop.check();
		staff.get("/auth/session").send().expect(200);

		become(account, "CUSTOMER", etag(account)).expect(200);
		staff.get("/reports/stock").send().expect(401);
	}

	@Test
	void changesNothingTwice() {
		var zoe = signIn();
		var account = account(zoe);
		var etag = etag(account);
		become(account, "STAFF", etag).expect(200);
		var staff = signIn();

		var again = become(account, "STAFF", etag).expect(200);

		assertThat(again.header("ETag")).isEqualTo(etag(account));
		staff.get("/auth/session").send().expect(200);
		become(account, "ADMIN", etag).expectProblem(412, "version-stale");
		become(account, "CUSTOMER", "*").expect(200);
	}

	@Test
	void isDoneByAdministratorsWhoProveThemselvesAndHaveSeenTheAccount() {
		var zoe = signIn();
		var account = account(zoe);
		var path = "/auth/accounts/" + account + "/role";

		zoe.put(path).ifMatch("*").json(map("role", "ADMIN")).send().expectProblem(403, "forbidden");
		this.shop.stranger().put(path).ifMatch("*").json(map("role", "ADMIN")).send().expect(401);
		this.shop.machine("orders:write").put(path).ifMatch("*").json(map("role", "ADMIN")).send().expect(403);
		this.administrator.put(path).json(map("role", "STAFF")).send().expectProblem(428, "if-match-missing");
		this.administrator.put(path).ifMatch("*").json(map("role", "GOD")).send().expect(400, 422);
		this.administrator.put(path).ifMatch("*").json(map()).send().expectFault("/role");
		become("nonsense", "STAFF", "*").expectProblem(404, "not-found");
		this.shop.erase(zoe).expect(204);
		become(account, "STAFF", "*").expectProblem(404, "not-found");
	}

	@Test
	void leavesTheLastAdministratorInHisPlace() {
		assumeThat(ShopElsewhere.isNamed()).as("may have another administrator").isFalse();

		become(account(this.administrator), "STAFF", "*").expectProblem(409, "last-administrator");

		this.administrator.get("/auth/session").send().expect(200);
	}

	@Test
	void asksForAProof() {
		assumeThat(ShopElsewhere.isNamed()).as("its sessions are out of reach").isFalse();
		var account = account(signIn());
		var admin = this.shop.stranger()
			.signIn(this.shop.system().administratorEmail(), this.shop.system().administratorPassword());
		Redis.ageProof(admin.cookies().get("SESSION"));

		admin.put("/auth/accounts/" + account + "/role")
			.ifMatch("*")
			.json(map("role", "STAFF"))
			.send()
			.expectProblem(403, "proof-required");
		admin.delete("/auth/accounts/" + account + "/second-factor").send().expectProblem(403, "proof-required");

		admin.delete("/auth/session").send().expect(204);
	}

	@Test
	void takesTheSecondFactorFromWhoeverHasLostIt() {
		var zoe = signIn();
		var path = "/auth/accounts/" + account(zoe) + "/second-factor";
		this.administrator.delete(path).send().expectProblem(404, "not-found");
		zoe.delete(path).send().expectProblem(403, "forbidden");
		var app = new Authenticator(zoe.post("/auth/second-factor").send().expect(200).text("/secret"));
		zoe.post("/auth/second-factor/confirmation").json(map("code", app.code())).send().expect(200);

		this.administrator.delete(path).send().expect(204);

		zoe.get("/auth/session").send().expect(401);
		signIn().get("/auth/session").send().expect(200);
	}

	private Answer become(String account, String role, String etag) {
		return this.administrator.put("/auth/accounts/" + account + "/role")
			.ifMatch(etag)
			.json(map("role", role))
			.send();
	}

	private String etag(String account) {
		return this.administrator.get("/auth/accounts/" + account).send().expect(200).header("ETag");
	}

	private static String account(Visitor visitor) {
		return visitor.get("/auth/session").send().expect(200).text("/account/id");
	}

	private Visitor signIn() {
		return this.shop.stranger().signIn(this.email, Shop.password());
	}

}
