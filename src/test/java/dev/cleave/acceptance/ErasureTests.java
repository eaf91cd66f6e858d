package dev.cleave.acceptance;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.cleave.checker.Checker;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

import static dev.cleave.acceptance.Eventually.eventually;
import static dev.cleave.acceptance.Json.map;
import static dev.cleave.acceptance.Json.money;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/// A person is known in one place, and in none once forgotten.
@AcceptanceTest
class ErasureTests {

	private final Shop shop;

	private final Clerk clerk;

	private final Visitor administrator;

	private final String email = Shop.unique("zoe") + "@example.org";

	private final String name = Shop.unique("Zoe");

	private final String password = Shop.unique("password");

	private final String street = Shop.unique("street");

	ErasureTests(Shop shop) {
		this.shop = shop;
		this.clerk = shop.clerk();
		this.administrator = shop.administrator();
	}

	@Test
	@InSplit
	void knowsAPersonInOnePlaceAndAfterwardsInNone() {
		var ear = this.shop.system().listen();
		assumeThat(ear).as("within earshot").isPresent();
		try (var logs = ear.orElseThrow()) {
			var zoe = join();
			var orders = live(zoe);
			this.shop.check();
			var figures = figures();

			assertThat(places(this.email)).containsExactly("auth.account");
			assertThat(places(this.name)).containsExactly("auth.account", "orders.orders");
			assertThat(places(this.street)).containsExactly("orders.order_remark", "orders.orders");
			assertThat(places(this.password)).isEmpty();
			this.shop.erase(zoe).expect(204);

			eventually(() -> assertThat(places(this.street)).isEmpty());
			assertThat(Stream.of(this.email, this.name, this.street, this.password)).allSatisfy((text) -> {
				assertThat(places(text)).isEmpty();
				assertThat(logs.of(text)).isEmpty();
				assertThat(Redis.keysWith(text)).isEmpty();
			});
			assertThat(figures()).isEqualTo(figures);
			orders.forEach((order) -> assertThat(this.clerk.visitor().get("/orders/" + order.id()).send().json())
				.isEqualTo(order.json()));
		}
	}

	@Test
	void refusesTheErasedAtOnceAndFreesTheAddress() {
		var zoe = join();
		var elsewhere = this.shop.stranger().signIn(this.email, this.password);

		this.shop.erase(zoe).expect(204);

		for (var session : List.of(zoe, elsewhere)) {
			session.get("/auth/session").send().expect(401);
			session.get("/orders").send().expect(401);
		}
		signIn(this.password).expect(401);
		assertThat(account()).isEmpty();
		join().get("/orders").send().expect(200);
	}

	@Test
	void isDoneByAdministratorsWhoHaveSeenTheAccount() {
		var zoe = join();
		var account = account().getFirst();
		var path = "/auth/accounts/" + account;
		var etag = this.administrator.get(path).send().expect(200).header("ETag");

		zoe.delete(path).ifMatch(etag).send().expect(403);
		zoe.get(path).send().expect(403);
		zoe.get("/auth/accounts").send().expect(403);
		this.administrator.delete(path).send().expectProblem(428, "if-match-missing");
		this.administrator.delete(path).ifMatch("\"77\"").send().expectProblem(412, "version-stale");
		this.administrator.delete(path).ifMatch(etag).send().expect(204);

		this.administrator.delete(path).ifMatch(etag).send().expectProblem(404, "not-found");
		this.administrator.get(path).send().expectProblem(404, "not-found");
		this.administrator.get("/auth/accounts/nonsense").send().expectProblem(404, "not-found");
	}

	@Test
	void erasesOnceHoweverManyAskForIt() {
		join();
		var path = "/auth/accounts/" + account().getFirst();

		var answers = Crowd.of(8).each((_) -> this.administrator.delete(path).ifMatch("*").onceAtAll().status());

		assertThat(answers).containsExactlyInAnyOrder(204, 404, 404, 404, 404, 404, 404, 404);
	}

	@Test
	void leavesTheLastAdministratorInHisPlace() {
		assumeThat(ShopElsewhere.isNamed()).as("may have another administrator").isFalse();
		var me = this.administrator.get("/auth/session").send().expect(200).text("/account/id");

		this.administrator.delete("/auth/accounts/" + me).ifMatch("*").send().expectProblem(409, "last-administrator");

		this.administrator.get("/auth/session").send().expect(200);
	}

	@Test
	void listsAccountsFromTheYoungest() {
		join();
		var younger = Shop.unique("younger") + "@example.org";
		this.shop.register(younger);

		var first = this.administrator.get("/auth/accounts?limit=1").send().expect(200);
		var second = this.administrator.ask("GET", Pages.next(first)).send().expect(200);

		assertThat(first.text("/items/0/email")).isEqualTo(younger);
		assertThat(second.text("/items/0/email")).isEqualTo(this.email);
		assertThat(second.text("/items/0/roles/0")).isEqualTo("CUSTOMER");
	}

	/// Impatient as people are, they press the button more than once.
	private Visitor join() {
		IntStream.range(0, 3).parallel().forEach((_) -> register().expect(202));
		return this.shop.stranger().signIn(this.email, this.password);
	}

	private Answer register() {
		return this.shop.stranger()
			.post("/auth/accounts")
			.without("Idempotency-Key")
			.json(map("email", this.email, "password", this.password, "name", this.name))
			.send();
	}

	/// Does what people do, and what they had better not.
	private List<Order> live(Visitor zoe) {
		var sku = this.clerk.offers("Book", 250, 10);
		var address = map("name", this.name, "street", this.street);
		var bought = new Buyer(this.shop, zoe).buys(Basket.of(sku, 2).with("shipTo", address));
		var regretted = new Buyer(this.shop, zoe).buys(Basket.of(sku, 1).with("shipTo", address));
		new Buyer(this.shop, zoe).cancel(regretted, this.street + " is too far").expect(200);
		var forHer = new Buyer(this.shop, this.administrator)
			.buys(Basket.of(sku, 1).with("shipTo", address).with("customer", account().getFirst()));
		blunder(zoe, sku, address);
		return Stream.of(bought, regretted, forHer)
			.map((order) -> Order.in(this.clerk.visitor().get("/orders/" + order.id()).send().expect(200)))
			.peek((order) -> assertThat(order.json().at("/shipTo/street").asString()).isEqualTo(this.street))
			.map(ErasureTests::withoutAddress)
			.toList();
	}

	private static Order withoutAddress(Order order) {
		var json = (ObjectNode) order.json().deepCopy();
		json.remove("shipTo");
		return Order.of(json);
	}

	private void blunder(Visitor zoe, String sku, Object address) {
		signIn(this.password + this.street).expect(401);
		register().expect(202);
		this.shop.stranger()
			.post("/auth/accounts")
			.json(map("email", this.email, "password", this.password, "name", this.name, "street", this.street))
			.send()
			.expect(400);
		this.shop.stranger().post("/auth/accounts").body("application/json", "{" + this.email).send().expect(400);
		this.shop.stranger().post("/auth/session").json(map("email", this.email, "password", 1)).send().expect(400);
		zoe.post("/orders").json(Basket.of(sku, 0).with("shipTo", address).json()).send().expect(422);
		zoe.post("/orders").json(Basket.of(sku, 1).with(this.street, address).json()).send().expect(400);
		zoe.get("/orders?from=" + this.street).send().expect(400);
		zoe.get("/orders/" + Visitor.encoded(this.email)).send().expect(404);
		zoe.get("/" + Visitor.encoded(this.email)).send().expect(404);
		var line = Json.write(map("sku", sku + "x", "name", 1, "price", money(1), this.street, this.email));
		this.clerk.importProducts(line + "\n{\"sku\":\"" + this.name).expect(200);
		this.clerk.importOrders(line).expect(200);
	}

	private Answer signIn(String guess) {
		return this.shop.stranger()
			.post("/auth/session")
			.without("Idempotency-Key")
			.json(map("email", this.email, "password", guess))
			.send();
	}

	private List<String> account() {
		var found = this.administrator.get("/auth/accounts?email=" + Visitor.encoded(this.email)).send().expect(200);
		return found.at("/items").values().stream().map((row) -> row.path("id").asString()).toList();
	}

	private String figures() {
		var sales = this.administrator.get("/reports/sales?from=2020-01-01&to=2100-01-01&by=month").send().expect(200);
		return sales.at("/rows") + " " + sales.at("/total");
	}

	private Set<String> places(String text) {
		return this.shop.system().checker().map((Checker checker) -> checker.placesOf(text)).orElse(Set.of());
	}

}
