package dev.cleave.acceptance;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static dev.cleave.acceptance.Json.map;
import static dev.cleave.acceptance.Json.money;
import static org.assertj.core.api.Assertions.assertThat;

@AcceptanceTest
class AccessTests {

	private final Shop shop;

	private final Clerk clerk;

	AccessTests(Shop shop) {
		this.shop = shop;
		this.clerk = shop.clerk();
	}

	@Test
	@InSplit
	void deniesByDefault() {
		for (var path : List.of("/orders", "/orders/1", "/stock/1", "/reports/sales", "/auth/session",
				"/auth/sessions")) {
			this.shop.stranger().get(path).send().expect(401);
		}
		this.shop.stranger().ask("GET", "/actuator/env").send().expect(401, 404);
		this.shop.stranger().ask("GET", "/anything").send().expect(401, 404);
		this.shop.stranger().post("/orders").json(map("lines", List.of())).send().expect(401);
	}

	@Test
	void signsInAndOut() {
		var email = Shop.unique("ada") + "@example.org";
		this.shop.register(email);
		var visitor = this.shop.stranger().signIn(email, Shop.password());

		var me = visitor.get("/auth/session").send().expect(200);
		visitor.delete("/auth/session").send().expect(200, 204);

		assertThat(me.text("/account/email")).isEqualTo(email);
		assertThat(me.at("/account/roles").values()).extracting((role) -> role.asString()).containsExactly("CUSTOMER");
		visitor.get("/auth/session").send().expect(401);
	}

	@Test
	void doesNotTellWhetherAnAccountExists() {
		var email = Shop.unique("ada") + "@example.org";
		this.shop.register(email);
		this.shop.register(email);

		var wrong = signIn(email, "not the password at all").expect(401);
		var unknown = signIn(Shop.unique("nobody") + "@example.org", "not the password at all").expect(401);

		assertThat(wrong.text("/code")).isEqualTo(unknown.text("/code"));
		assertThat(wrong.text("/detail")).isEqualTo(unknown.text("/detail"));
	}

	@Test
	void listsMySessionsAndEndsOne() {
		var email = Shop.unique("ada") + "@example.org";
		this.shop.register(email);
		var desk = this.shop.stranger().signIn(email, Shop.password());
		var phone = this.shop.stranger().signIn(email, Shop.password());

		var sessions = desk.get("/auth/sessions").send().expect(200).at("/items").values();
		var other = sessions.stream().filter((session) -> !session.path("current").asBoolean()).toList();
		assertThat(sessions).hasSize(2);
		desk.delete("/auth/sessions/" + other.getFirst().path("id").asString()).send().expect(200, 204);

		phone.get("/auth/session").send().expect(401);
		desk.get("/auth/session").send().expect(200);
	}

	@Test
	void wantsTheCsrfTokenOfWhoeverHasACookie() {
		var sku = this.clerk.offers("Book", 100, 1);
		var customer = this.shop.customer();

		customer.cookies().remove("XSRF-TOKEN");

		customer.post("/orders").json(Basket.of(sku, 1).json()).send().expect(403);
	}

	@Test
	void showsSomebodyElsesOrderToNobody() {
		var sku = this.clerk.offers("Book", 100, 1);
		var order = this.shop.buyer().buys(Basket.of(sku, 1));
		var stranger = this.shop.customer();

		stranger.get("/orders/" + order.id()).send().expectProblem(404, "order-not-found");
		stranger.get("/orders/" + order.id() + "/timeline").send().expectProblem(404, "order-not-found");
		stranger.post("/orders/" + order.id() + "/cancellation")
			.json(map("reason", "spite"))
			.send()
			.expectProblem(404, "order-not-found");
		this.clerk.visitor().get("/orders/" + order.id()).send().expect(200);
	}

	@Test
	void keepsCustomersOutOfTheBackRoom() {
		var sku = this.clerk.offers("Book", 100, 1);
		var customer = this.shop.customer();

		customer.put("/products/" + sku)
			.ifMatch("\"1\"")
			.json(map("name", "Mine", "price", money(1)))
			.send()
			.expect(403);
		customer.post("/stock/" + sku + "/receipts").json(map("quantity", 1, "reason", "x")).send().expect(403);
		customer.get("/stock/" + sku + "/movements").send().expect(403);
		customer.get("/reports/sales").send().expect(403);
		customer.post("/auth/clients").json(map("name", "x", "scopes", List.of("reports:read"))).send().expect(403);
		customer.post("/imports/orders").body("application/x-ndjson", "").send().expect(403);
		customer.post("/imports/products").body("application/x-ndjson", "").send().expect(403);
	}

	@Test
	void letsAMachineDoWhatItsScopesSayAndNothingElse() {
		var sku = Shop.unique("sku");
		var catalogue = this.shop.machine("catalogue:write");
		var stock = this.shop.machine("stock:write");
		var reports = this.shop.machine("reports:read");
		var product = map("name", "By machine", "price", money(100));

		stock.put("/products/" + sku).json(product).send().expect(403);
		catalogue.put("/products/" + sku).json(product).send().expect(201);
		catalogue.post("/stock/" + sku + "/receipts").json(map("quantity", 1, "reason", "x")).send().expect(403);
		stock.post("/stock/" + sku + "/receipts").json(map("quantity", 1, "reason", "x")).send().expect(200, 201);
		stock.get("/reports/sales?from=2020-01-01&to=2020-01-02&by=day").send().expect(403);
		reports.get("/reports/sales?from=2020-01-01&to=2020-01-02&by=day").send().expect(200);
		reports.post("/imports/orders").without("Idempotency-Key").body("application/x-ndjson", "").send().expect(403);
	}

	@Test
	void givesTokensOnlyForTheRightSecret() {
		var machine = MachineClient.create(this.shop, "reports:read");

		var token = machine.token().expect(200);

		assertThat(token.text("/token_type")).isEqualTo("Bearer");
		assertThat(token.number("/expires_in")).isBetween(1L, 600L);
		assertThat(new MachineClient(this.shop, machine.id(), "wrong").token().status()).isEqualTo(401);
		this.shop.stranger().carrying(token.text("/access_token") + "x").get("/reports/sales").send().expect(401);
		this.shop.stranger().carrying("nonsense").get("/reports/sales").send().expect(401);
	}

	@Test
	void ignoresTheCookiesOfWhoeverBringsAToken() {
		var machine = MachineClient.create(this.shop, "reports:read").visitor();
		machine.cookies().putAll(this.shop.administrator().cookies());

		machine.put("/products/" + Shop.unique("sku")).json(map("name", "x", "price", money(1))).send().expect(403);
	}

	@Test
	void makesClientsForAdministratorsOnlyAndShowsTheSecretOnce() {
		var key = Shop.unique("key");
		var request = Map.of("name", Shop.unique("machine"), "scopes", List.of("reports:read"));
		var admin = this.shop.administrator();

		var created = admin.post("/auth/clients").key(key).json(request).send().expect(201);
		var repeated = admin.post("/auth/clients").key(key).json(request).send().expect(200, 201);
		admin.post("/auth/clients").json(map("name", "x", "scopes", List.of("everything"))).send().expect(422);

		assertThat(created.text("/clientSecret")).hasSizeGreaterThan(20);
		assertThat(repeated.text("/clientId")).isEqualTo(created.text("/clientId"));
		assertThat(repeated.text()).doesNotContain(created.text("/clientSecret"));
	}

	@Test
	void showsItsPublicKeysAndNoPrivateOne() {
		var keys = this.shop.stranger().ask("GET", "/oauth2/jwks").send().expect(200);

		assertThat(keys.at("/keys").size()).isPositive();
		assertThat(keys.at("/keys/0").propertyNames()).doesNotContain("d", "p", "q");
	}

	private Answer signIn(String email, String password) {
		return this.shop.stranger()
			.post("/auth/session")
			.without("Idempotency-Key")
			.json(map("email", email, "password", password))
			.send();
	}

}
