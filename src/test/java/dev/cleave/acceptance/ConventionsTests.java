package dev.cleave.acceptance;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static dev.cleave.acceptance.Json.map;
import static dev.cleave.acceptance.Json.money;
import static org.assertj.core.api.Assertions.assertThat;

/// What holds for all of the API. That every error is a problem, and more, is checked on each answer by [Etiquette].
@AcceptanceTest
class ConventionsTests {

	private final Shop shop;

	private final Clerk clerk;

	private final Visitor customer;

	ConventionsTests(Shop shop) {
		this.shop = shop;
		this.clerk = shop.clerk();
		this.customer = shop.buyer().visitor();
	}

	@Test
	void answersEveryKindOfMistakeWithAProblem() {
		this.customer.get("/products/" + Shop.unique("none")).send().expect(404);
		this.clerk.visitor().get("/no-such-thing").send().expect(403, 404);
		this.clerk.visitor().ask("PATCH", "/api/v1/orders").send().expect(403, 405);
		this.customer.post("/orders").body("text/plain", "hello").send().expect(415);
		this.customer.get("/orders").header("Accept", "image/png").send().expect(406);
		this.customer.get("/orders/" + "%00").send().expect(400, 404);
		this.customer.get("/orders/not-an-id").send().expect(404);
		this.customer.get("/orders?limit=1000000").send().expect(400, 422);
		this.customer.get("/orders?limit=x").send().expect(400, 422);
	}

	@Test
	void refusesJsonThatIsNotWhatItSeems() {
		for (var body : List.of("{", "", "[]", "null", "{\"lines\":1}", "{\"lines\":[],\"surprise\":1}",
				"{\"lines\":[],\"lines\":[]}", "{\"lines\":[{\"sku\":\"a\",\"quantity\":1.5}]}",
				"{\"lines\":[{\"sku\":\"a\",\"quantity\":1e999999999}]}",
				"{\"lines\":[{\"sku\":\"a\",\"quantity\":\"1\"}]}", "[".repeat(64) + "]".repeat(64))) {
			this.customer.post("/orders").body("application/json", body).send().expect(400, 422);
		}
	}

	@Test
	void namesTheUnknownFieldAndTheDuplicateOne() {
		this.customer.post("/orders").body("application/json", "{\"lines\":[],\"surprise\":1}").send().expect(400);
		this.customer.post("/orders").body("application/json", "{\"lines\":[],\"lines\":[]}").send().expect(400);
	}

	@Test
	void limitsTheLengthOfABody() {
		var large = Json.write(map("name", "x".repeat(70_000), "price", money(1)));

		this.clerk.visitor().put("/products/" + Shop.unique("sku")).body("application/json", large).send().expect(413);
		this.clerk.visitor()
			.put("/products/" + Shop.unique("sku"))
			.body("application/json", BodyPublishers.fromPublisher(BodyPublishers.ofString(large)))
			.onceAtAll()
			.expect(413);
		this.customer.post("/orders")
			.json(map("lines", List.of(map("sku", "x".repeat(300_000), "quantity", 1))))
			.send()
			.expect(413);
	}

	@Test
	void limitsTheLinesOfAnOrderToAThousand() {
		var skus = this.clerk.offersSeveral(1, 1, 1_001);
		var lines = IntStream.range(0, 1_001).mapToObj((_) -> map("sku", skus.getFirst(), "quantity", 1)).toList();

		this.customer.post("/orders").json(map("lines", lines)).send().expect(422);
		var most = this.customer.post("/orders")
			.header("Cleave-Position", this.shop.position())
			.json(map("lines", lines.subList(0, 1_000)))
			.waiting(10)
			.send()
			.expect(201);

		assertThat(most.text("/status")).isEqualTo("CONFIRMED");
	}

	@Test
	void leadsThroughAListByCursor() {
		var skus = this.clerk.offersSeveral(5, 100, 1);

		var first = this.customer.get("/products?limit=2").send().expect(200);
		var second = this.customer.get("/products?limit=2&cursor=" + Visitor.encoded(first.text("/next")))
			.send()
			.expect(200);

		assertThat(first.at("/items").size()).isEqualTo(2);
		assertThat(first.header("Link")).startsWith("<").contains("rel=\"next\"");
		assertThat(Pages.next(first)).startsWith("/api/v1/products?").contains("limit=2");
		assertThat(second.at("/items").size()).isEqualTo(2);
		assertThat(second.text()).isNotEqualTo(first.text());
		assertThat(skus).hasSize(5);
	}

	@Test
	void refusesACursorThatItDidNotMake() {
		this.clerk.offersSeveral(3, 100, 1);
		var cursor = this.customer.get("/products?limit=1").send().expect(200).text("/next");
		var forged = (cursor.charAt(3) == 'A' ? 'B' : 'A') + cursor.substring(1);

		this.customer.get("/products?limit=1&cursor=" + Visitor.encoded(forged))
			.send()
			.expectProblem(400, "cursor-invalid");
		this.customer.get("/products?limit=1&cursor=x").send().expectProblem(400, "cursor-invalid");
		this.customer.get("/orders?limit=1&cursor=" + Visitor.encoded(cursor))
			.send()
			.expectProblem(400, "cursor-invalid");
	}

	@Test
	void keepsTheTraceOfItsCaller() {
		var trace = "4bf92f3577b34da6a3ce929d0e0e4736";

		var answer = this.customer.get("/orders/none")
			.header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
			.send()
			.expect(404);

		assertThat(answer.text("/traceId")).isEqualTo(trace);
	}

	@Test
	void acceptsNoWaitOfMoreThanTenSeconds() {
		var sku = this.clerk.offersSeveral(1, 100, 1).getFirst();

		var answer = this.customer.post("/orders")
			.header("Cleave-Position", this.shop.position())
			.json(Basket.of(sku, 1).json())
			.waiting(3600)
			.send()
			.expect(201);

		assertThat(answer.header("Preference-Applied")).isEqualTo("wait=10");
	}

	@Test
	void describesItself() {
		var description = Descriptions.of(this.shop);

		assertThat(description.path("openapi").asString()).startsWith("3.1");
		assertThat(description.path("paths").propertyNames()).contains("/api/v1/auth/accounts", "/api/v1/orders",
				"/api/v1/products", "/api/v1/reports/sales");
		var order = description.at("/components/schemas/OrderRequest/properties/shipTo");
		assertThat(order.toString()).isEqualTo("{\"type\":\"object\"}");
	}

	@Test
	void saysThatItIsAliveAndReady() {
		this.shop.stranger().ask("GET", "/livez").send().expect(200);
		this.shop.stranger().ask("GET", "/readyz").send().expect(200);
	}

}
