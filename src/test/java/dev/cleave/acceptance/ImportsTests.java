package dev.cleave.acceptance;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.cleave.acceptance.Clerk.Stock;
import org.junit.jupiter.api.Test;

import static dev.cleave.acceptance.Eventually.eventually;
import static dev.cleave.acceptance.Json.map;
import static dev.cleave.acceptance.Json.money;
import static org.assertj.core.api.Assertions.assertThat;

@AcceptanceTest
class ImportsTests {

	private final Clerk clerk;

	ImportsTests(Shop shop) {
		this.clerk = shop.clerk();
	}

	@Test
	void takesProductsWithTheirFirstStock() {
		var sku = Shop.unique("sku");

		var report = this.clerk.importProducts(product(sku, "Imported", 12)).expect(200);

		assertReport(report, 1, 0, 0);
		assertThat(this.clerk.product(sku).expect(200).text("/name")).isEqualTo("Imported");
		assertThat(this.clerk.stock(sku)).isEqualTo(new Stock(12, 0, 12));
	}

	@Test
	void changesNothingWhenProductsAreImportedAgain() {
		var sku = Shop.unique("sku");
		this.clerk.importProducts(product(sku, "Imported", 12)).expect(200);
		var etag = this.clerk.product(sku).header("ETag");

		var again = this.clerk.importProducts(product(sku, "Imported", 12)).expect(200);

		assertReport(again, 0, 1, 0);
		assertThat(this.clerk.product(sku).header("ETag")).isEqualTo(etag);
		assertThat(this.clerk.stock(sku)).isEqualTo(new Stock(12, 0, 12));
	}

	@Test
	void changesAProductThatIsImportedDifferently() {
		var sku = Shop.unique("sku");
		this.clerk.importProducts(product(sku, "Before", 12)).expect(200);

		var report = this.clerk.importProducts(product(sku, "After", 12)).expect(200);

		assertReport(report, 1, 0, 0);
		assertThat(this.clerk.product(sku).text("/name")).isEqualTo("After");
		assertThat(this.clerk.stock(sku)).isEqualTo(new Stock(12, 0, 12));
	}

	@Test
	void refusesABadLineAndNoOther() {
		var good = Shop.unique("sku");
		var better = Shop.unique("sku");

		var report = this.clerk.importProducts(String.join("\n", product(good, "Good", 1), "{nonsense",
				product(Shop.unique("sku"), "", 1), "{\"sku\":\"x\",\"surprise\":1}", product(better, "Better", 1), ""))
			.expect(200);

		assertReport(report, 2, 0, 3);
		assertThat(report.at("/refused").values()).extracting((refusal) -> refusal.path("line").asLong())
			.containsExactly(2L, 3L, 4L);
		assertThat(report.at("/refused").values())
			.allSatisfy((refusal) -> assertThat(refusal.path("code").asString()).isNotBlank());
		this.clerk.product(good).expect(200);
		this.clerk.product(better).expect(200);
	}

	@Test
	void takesMoreThanFitsIntoAnyBody() {
		var prefix = Shop.unique("many");
		var products = IntStream.range(0, 2_000)
			.mapToObj((number) -> product(prefix + "-" + number, "One of many " + number, 5))
			.collect(Collectors.joining("\n"));

		assertReport(this.clerk.importProducts(products).expect(200), 2_000, 0, 0);
	}

	@Test
	void refusesALineWithoutEnd() {
		var sku = Shop.unique("sku");

		var report = this.clerk
			.importProducts(product(Shop.unique("sku"), "x".repeat(2_000_000), 1) + "\n" + product(sku, "Short", 1))
			.expect(200);

		assertReport(report, 1, 0, 1);
		this.clerk.product(sku).expect(200);
	}

	@Test
	void takesOrdersOfThePastOnce() {
		var sku = this.clerk.offersSeveral(1, 100, 10).getFirst();
		var order = ImportedOrder.of("2010-12-01T08:26:00Z", Shop.unique("customer"), "EIRE", sku, 3, 255);

		assertReport(this.clerk.importOrders(order.line()).expect(200), 1, 0, 0);
		assertReport(this.clerk.importOrders(order.line()).expect(200), 0, 1, 0);

		eventually(() -> {
			var found = Pages.all(this.clerk.visitor(), "/orders?reference=" + order.reference());
			assertThat(found).hasSize(1);
			assertThat(found.getFirst().path("status").asString()).isEqualTo("CONFIRMED");
			assertThat(found.getFirst().path("placedAt").asString()).isEqualTo("2010-12-01T08:26:00Z");
			assertThat(found.getFirst().path("paymentTerms").asString()).isEqualTo("ACCOUNT");
			assertThat(found.getFirst().at("/total/amount").asLong()).isEqualTo(765);
		});
		assertThat(this.clerk.stock(sku)).isEqualTo(new Stock(10, 3, 7));
	}

	@Test
	void refusesAnOrderOfThePastThatMakesNoSense() {
		var sku = this.clerk.offersSeveral(1, 100, 10).getFirst();
		var good = ImportedOrder.of("2010-12-01T08:26:00Z", "Ada", "EIRE", sku, 1, 255);
		var unknown = ImportedOrder.of("2010-12-01T08:26:00Z", "Ada", "EIRE", Shop.unique("unknown"), 1, 255);
		var empty = ImportedOrder.of("2010-12-01T08:26:00Z", "Ada", "EIRE", sku, 0, 255);

		var report = this.clerk.importOrders(String.join("\n", unknown.line(), empty.line(), good.line(), "[]"))
			.expect(200);

		assertReport(report, 1, 0, 3);
	}

	private static String product(String sku, String name, long quantity) {
		return Json.write(map("sku", sku, "name", name, "price", money(100), "quantity", quantity));
	}

	private static void assertReport(Answer report, long accepted, long unchanged, int refused) {
		assertThat(report.number("/accepted")).as("accepted by %s", report).isEqualTo(accepted);
		assertThat(report.number("/unchanged")).as("unchanged in %s", report).isEqualTo(unchanged);
		assertThat(report.at("/refused").size()).as("refused by %s", report).isEqualTo(refused);
	}

}
