package dev.cleave.acceptance;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

import static dev.cleave.acceptance.Json.map;
import static org.assertj.core.api.Assertions.assertThat;

/// What a customer does from the first day to the last, request by request.
final class Journey {

	private static final String FACTOR = "/auth/second-factor";

	private static final Duration LIMIT = Duration.ofMinutes(1);

	private final Visitor customer;

	private final Visitor elsewhere;

	private final Goods goods;

	private final String email = Shop.unique("traveller") + "@example.org";

	private final IntConsumer beforeEachStep;

	private int steps;

	/// @param door of the customer, who knocks at no other
	/// @param beforeEachStep is told its number
	Journey(Door door, Goods goods, IntConsumer beforeEachStep) {
		this.customer = new Visitor(door);
		this.elsewhere = new Visitor(door);
		this.goods = goods;
		this.beforeEachStep = beforeEachStep;
	}

	/// @return how many steps it took
	int travel() {
		comeIn();
		browse();
		var paid = buyAndPay();
		var refused = buyMore();
		lookBack(paid, refused);
		signInElsewhere();
		guardTheAccount();
		leave();
		return this.steps;
	}

	private void comeIn() {
		step(this.customer.post("/auth/accounts")
			.without("Idempotency-Key")
			.json(map("email", this.email, "password", Shop.password(), "name", "Traveller"))).expect(202);
		signIn(this.customer, Map.of()).expect(200);
		step(this.customer.get("/auth/session")).expect(200);
	}

	private void browse() {
		var first = step(this.customer.get("/products?limit=2&q=" + this.goods.word())).expect(200);
		step(this.customer.ask("GET", Pages.next(first))).expect(200);
		var seen = step(this.customer.get("/products/" + this.goods.plenty())).expect(200);
		step(this.customer.get("/products/" + this.goods.plenty())
			.header("If-None-Match", Objects.requireNonNull(seen.header("ETag")))).expect(304);
	}

	private String buyAndPay() {
		var key = Shop.unique("key");
		var basket = Basket.of(this.goods.plenty(), 2).and(this.goods.scarce(), 1).json();
		var bought = step(this.customer.post("/orders").key(key).waiting(10).json(basket)).expect(201);
		step(this.customer.post("/orders").key(key).waiting(10).json(basket)).expect(201);
		var path = "/orders/" + bought.text("/id");
		step(this.customer.get(path)).expect(200);
		step(this.customer.post(path + "/checkout")).expect(202);
		await(path, "PAID");
		step(this.customer.get(path + "/timeline")).expect(200);
		return path;
	}

	private String buyMore() {
		var placed = step(this.customer.post("/orders").json(Basket.of(this.goods.plenty(), 3).json())).expect(201);
		var path = "/orders/" + placed.text("/id");
		await(path, "CONFIRMED");
		step(this.customer.post(path + "/cancellation").json(map("reason", "changed my mind"))).expect(200);
		var refused = step(this.customer.post("/orders").waiting(10).json(Basket.of(this.goods.scarce(), 100).json()))
			.expect(201);
		step(this.customer.post("/orders").json(map("lines", List.of()))).expect(422);
		step(this.customer.get("/orders/states")).expect(200);
		return "/orders/" + refused.text("/id");
	}

	private void lookBack(String paid, String refused) {
		step(this.customer.get(refused)).expect(200);
		step(this.customer.post(refused + "/cancellation").json(map("reason", "too late"))).expect(409);
		var first = step(this.customer.get("/orders?limit=2")).expect(200);
		step(this.customer.ask("GET", Pages.next(first))).expect(200);
		step(this.customer.get("/orders?status=CANCELLED")).expect(200);
		step(this.customer.post(paid + "/cancellation").json(map("reason", "moving"))).expect(403);
		step(this.customer.get(paid)).expect(200);
		step(this.customer.get("/reports/sales?from=2026-01-01&to=2026-01-02&by=day")).expect(403);
	}

	private void signInElsewhere() {
		signIn(this.elsewhere, Map.of()).expect(200);
		var sessions = step(this.customer.get("/auth/sessions")).expect(200);
		var other = sessions.at("/items")
			.valueStream()
			.filter((session) -> !session.path("current").asBoolean())
			.findFirst()
			.orElseThrow();
		step(this.customer.delete("/auth/sessions/" + other.path("id").asString())).expect(204);
		step(this.elsewhere.get("/auth/session")).expect(401);
	}

	private void guardTheAccount() {
		var app = new Authenticator(step(this.customer.post(FACTOR)).expect(200).text("/secret"));
		var codes = step(this.customer.post(FACTOR + "/confirmation").json(map("code", app.code()))).expect(200);
		step(this.customer.delete("/auth/session")).expect(204);
		step(this.customer.get("/orders")).expect(401);
		signIn(this.customer, Map.of()).expect(401);
		signIn(this.customer, Map.of("code", codes.text("/recoveryCodes/0"))).expect(200);
		step(this.customer.get(FACTOR)).expect(200);
		step(this.customer.delete(FACTOR)).expect(204);
	}

	private void leave() {
		step(this.customer.post("/auth/password")
			.json(map("currentPassword", Shop.password(), "newPassword", Shop.password() + " anew"))).expect(204);
		step(this.customer.get("/orders?limit=1")).expect(200);
		step(this.customer.delete("/auth/session")).expect(204);
		step(this.customer.get("/auth/session")).expect(401);
	}

	private Answer signIn(Visitor visitor, Map<String, String> more) {
		var credentials = map("email", this.email, "password", Shop.password());
		credentials.putAll(more);
		return step(visitor.post("/auth/session").without("Idempotency-Key").json(credentials));
	}

	private void await(String order, String status) {
		step(this.customer.get(order)).expect(200);
		Eventually.within(LIMIT,
				() -> assertThat(this.customer.get(order).send().expect(200).text("/status")).isEqualTo(status));
	}

	private Answer step(Call call) {
		this.beforeEachStep.accept(++this.steps);
		return call.send();
	}

	/// What the customer may buy.
	///
	/// @param word that is in all their names
	record Goods(String word, String plenty, String scarce) {

		static Goods offered(Clerk clerk) {
			var word = Shop.unique("journey").replace("-", "");
			var skus = Stream.of("a", "b", "c").map((letter) -> letter + "-" + word).toList();
			skus.forEach((sku) -> {
				clerk.putProduct(sku, "Thing " + word, 250).expect(201);
				clerk.receive(sku, sku.startsWith("a") ? 100 : 5).expect(200, 201);
			});
			return new Goods(word, skus.get(0), skus.get(1));
		}

	}

}
