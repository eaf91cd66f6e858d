package dev.cleave.acceptance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static dev.cleave.acceptance.Eventually.eventually;
import static dev.cleave.acceptance.Json.map;
import static dev.cleave.acceptance.Json.money;
import static org.assertj.core.api.Assertions.assertThat;

@AcceptanceTest
class CatalogueTests {

	private final Clerk clerk;

	private final Shop shop;

	CatalogueTests(Shop shop) {
		this.shop = shop;
		this.clerk = shop.clerk();
	}

	@Test
	void showsAProductToEverybody() {
		var sku = Shop.unique("Candle");

		this.clerk.put(sku, map("name", "White Candle", "description", "Burns for an hour", "price", money(255)))
			.expect(201);
		this.clerk.receive(sku, 12).expect(200, 201);

		var product = this.shop.stranger().get("/products/" + sku).send().expect(200);
		assertThat(product.text("/sku")).isEqualTo(sku);
		assertThat(product.text("/name")).isEqualTo("White Candle");
		assertThat(product.text("/description")).isEqualTo("Burns for an hour");
		assertThat(product.text("/status")).isEqualTo("ACTIVE");
		assertThat(product.number("/price/amount")).isEqualTo(255);
		assertThat(product.text("/price/currency")).isEqualTo("GBP");
		assertThat(product.number("/available")).isEqualTo(12);
		assertThat(product.header("ETag")).matches("\"[^\"]+\"");
	}

	@Test
	void takesAnySkuOfPrintableCharactersAndTellsCasesApart() {
		var sku = Shop.unique("a b+ü?#&") + ".x";

		this.clerk.putProduct(sku, "Odd one", 100).expect(201);

		assertThat(this.clerk.product(sku).expect(200).text("/sku")).isEqualTo(sku);
		this.clerk.product(sku.toUpperCase(Locale.ROOT)).expect(404);
	}

	@Test
	void changesAProductOnlyFromTheVersionThatWasSeen() {
		var sku = this.clerk.offers("Mug", 500, 0);
		var first = this.clerk.product(sku).header("ETag");
		var cheaper = map("name", "Mug", "price", money(450));

		this.clerk.put(sku, cheaper).expectProblem(428, "if-match-missing");
		var changed = this.clerk.change(sku, first, cheaper).expect(200);
		this.clerk.change(sku, first, map("name", "Mug", "price", money(1))).expect(412);

		assertThat(changed.header("ETag")).isNotEqualTo(first);
		assertThat(this.clerk.product(sku).number("/price/amount")).isEqualTo(450);
	}

	@Test
	void tellsThatNothingChangedSince() {
		var sku = this.clerk.offers("Plate", 500, 0);
		var seen = this.clerk.product(sku).header("ETag");

		var again = this.clerk.visitor().get("/products/" + sku).header("If-None-Match", seen).send().expect(304);

		assertThat(again.body()).isEmpty();
		assertThat(again.header("ETag")).isEqualTo(seen);
	}

	@Test
	void findsProductsByWordsOfTheirNameAndByTheStartOfTheirSku() {
		var word = Shop.unique("w").replace("-", "");
		var sku = this.clerk.offers("Red " + word + " lantern", 100, 0);
		this.clerk.offers("Blue lantern", 100, 0);

		eventually(() -> {
			assertThat(found(word.toUpperCase(Locale.ROOT))).containsExactly(sku);
			assertThat(found("lantern " + word)).containsExactly(sku);
			assertThat(found(sku.substring(0, sku.length() - 2))).containsExactly(sku);
			assertThat(found(Shop.unique("nothing"))).isEmpty();
		});
	}

	@Test
	void leadsThroughAllProductsWithoutGapOrRepeat() {
		var skus = this.clerk.offersSeveral(45, 100, 1);
		var seen = new ArrayList<String>();

		for (var product : Pages.all(this.shop.stranger(), "/products?limit=100")) {
			seen.add(product.path("sku").asString());
		}

		assertThat(seen).doesNotHaveDuplicates().containsAll(skus);
	}

	@Test
	void refusesProductsThatMakeNoSense() {
		var sku = Shop.unique("sku");

		this.clerk.put(sku, map("name", "", "price", money(100))).expectFault("/name");
		this.clerk.put(sku, map("name", "Free", "price", money(-1))).expectFault("/price/amount");
		this.clerk.put(sku, map("name", "Odd", "price", map("amount", 1, "currency", "POUNDS")))
			.expectFault("/price/currency");
		this.clerk.put(sku, map("name", "No price")).expectFault("/price");
		this.clerk.putProduct("x".repeat(65), "Long", 100).expect(400, 422);

		this.clerk.product(sku).expect(404);
	}

	@Test
	void keepsAWithdrawnProductFromBeingOrdered() {
		var sku = this.clerk.offers("Old one", 100, 5);
		var etag = this.clerk.product(sku).header("ETag");

		this.clerk.change(sku, etag, map("name", "Old one", "price", money(100), "status", "WITHDRAWN")).expect(200);

		this.shop.buyer().place(Basket.of(sku, 1), 0).expectFault("/lines/0/sku");
	}

	@Test
	@InSplit
	void sellsAtTheNewPriceAsSoonAsItIsKnown() {
		var sku = this.clerk.offers("Teapot", 1000, 5);
		var etag = this.clerk.product(sku).header("ETag");

		this.clerk.change(sku, etag, map("name", "Teapot", "price", money(1200))).expect(200);
		var order = this.shop.buyer().buys(Basket.of(sku, 2));

		assertThat(order.total()).isEqualTo(2400);
	}

	@Test
	@InSplit
	void knowsANewProductInOrdersWithinASecondEvenIfNobodyWaitsForIt() {
		var sku = Shop.unique("sku");
		this.clerk.visitor().put("/products/" + sku).json(map("name", "New", "price", money(100))).send().expect(201);
		this.clerk.receive(sku, 1).expect(200, 201);
		var buyer = this.shop.buyer();

		Eventually.within(Duration.ofSeconds(2), () -> buyer.place(Basket.of(sku, 1), 5).expect(201));
	}

	private List<String> found(String words) {
		return Pages.all(this.shop.stranger(), "/products?q=" + Visitor.encoded(words))
			.stream()
			.map((JsonNode product) -> product.path("sku").asString())
			.toList();
	}

}
