package dev.cleave.acceptance;

import org.junit.jupiter.api.Test;

import static dev.cleave.acceptance.Json.map;
import static org.assertj.core.api.Assertions.assertThat;

@AcceptanceTest
class IdempotencyTests {

	private final Shop shop;

	private final Clerk clerk;

	private final Visitor customer;

	IdempotencyTests(Shop shop) {
		this.shop = shop;
		this.clerk = shop.clerk();
		this.customer = shop.buyer().visitor();
	}

	@Test
	void wantsAKeyForWhatCreatesOrMoves() {
		var sku = this.clerk.offers("Lamp", 100, 1);

		this.customer.post("/orders")
			.without("Idempotency-Key")
			.json(Basket.of(sku, 1).json())
			.send()
			.expectProblem(400, "idempotency-key-missing");
		this.clerk.visitor()
			.post("/stock/" + sku + "/receipts")
			.without("Idempotency-Key")
			.json(map("quantity", 1, "reason", "x"))
			.send()
			.expectProblem(400, "idempotency-key-missing");
		this.customer.post("/orders").key("x".repeat(256)).json(Basket.of(sku, 1).json()).send().expect(400);
	}

	@Test
	void answersARepeatByteForByte() {
		var sku = this.clerk.offersSeveral(1, 100, 5).getFirst();
		var key = Shop.unique("key");

		var first = place(key, sku, 1).send().expect(201);
		var repeat = place(key, sku, 1).send().expect(201);

		assertThat(repeat.body()).isEqualTo(first.body());
		assertThat(repeat.header("Location")).isEqualTo(first.header("Location"));
		assertThat(repeat.header("ETag")).isEqualTo(first.header("ETag"));
		assertThat(repeat.header("Idempotency-Replayed")).isEqualTo("true");
		assertThat(first.header("Idempotency-Replayed")).isNull();
	}

	@Test
	void showsARepeatThatWaitsTheOrderAsItIsNow() {
		var sku = this.clerk.offersSeveral(1, 100, 5).getFirst();
		var key = Shop.unique("key");

		var first = place(key, sku, 1).send().expect(201);
		var repeat = place(key, sku, 1).waiting(10).send().expect(200, 201);

		assertThat(repeat.text("/id")).isEqualTo(first.text("/id"));
		assertThat(repeat.text("/status")).isEqualTo("CONFIRMED");
		assertThat(repeat.header("Idempotency-Replayed")).isEqualTo("true");
	}

	@Test
	void refusesTheSameKeyForSomethingElse() {
		var sku = this.clerk.offersSeveral(1, 100, 5).getFirst();
		var key = Shop.unique("key");
		place(key, sku, 1).send().expect(201);

		place(key, sku, 2).send().expectProblem(422, "idempotency-key-reused");
	}

	@Test
	void keepsTheKeysOfCallersAndRoutesApart() {
		var sku = this.clerk.offersSeveral(1, 100, 5).getFirst();
		var key = Shop.unique("key");
		var mine = place(key, sku, 1).send().expect(201);

		var theirs = this.shop.customer().post("/orders").key(key).json(Basket.of(sku, 1).json()).send().expect(201);
		var elsewhere = this.customer.post("/orders/" + mine.text("/id") + "/cancellation")
			.key(key)
			.json(map("reason", "none"))
			.send();

		assertThat(theirs.text("/id")).isNotEqualTo(mine.text("/id"));
		elsewhere.expect(200);
	}

	@Test
	void booksAReceiptOnce() {
		var sku = this.clerk.offers("Lamp", 100, 0);
		var key = Shop.unique("key");
		this.shop.history().received(sku, 7);

		for (var i = 0; i < 3; i++) {
			this.clerk.visitor()
				.post("/stock/" + sku + "/receipts")
				.key(key)
				.json(map("quantity", 7, "reason", "delivery"))
				.send()
				.expect(200, 201);
		}

		assertThat(this.clerk.stock(sku).onHand()).isEqualTo(7);
	}

	@Test
	void forgetsAKeyWhoseRequestWasRefused() {
		var sku = this.clerk.offersSeveral(1, 100, 5).getFirst();
		var key = Shop.unique("key");

		place(key, sku, 0).send().expect(422);

		place(key, sku, 1).send().expect(201);
	}

	@Test
	void makesOneOrderOfManyRequestsAtOnce() {
		var sku = this.clerk.offersSeveral(1, 100, 50).getFirst();
		var key = Shop.unique("key");

		var answers = Crowd.of(20).each((_) -> place(key, sku, 1).onceAtAll());

		assertThat(answers).extracting(Answer::status).contains(201).isSubsetOf(201, 409, 503);
		assertThat(answers).filteredOn((answer) -> answer.status() == 201)
			.extracting((answer) -> answer.text("/id"))
			.containsOnly(place(key, sku, 1).send().expect(201).text("/id"));
		assertThat(answers).filteredOn((answer) -> answer.status() == 409)
			.allSatisfy((answer) -> answer.expectProblem(409, "idempotency-in-flight"));
		Eventually.eventually(() -> assertThat(this.clerk.stock(sku).reserved()).isOne());
	}

	private Call place(String key, String sku, long quantity) {
		return this.customer.post("/orders")
			.key(key)
			.header("Cleave-Position", this.shop.position())
			.json(Basket.of(sku, quantity).json());
	}

}
