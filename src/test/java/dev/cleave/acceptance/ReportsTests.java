package dev.cleave.acceptance;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static dev.cleave.acceptance.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

/// Sales of the far past, each test in four days of its own, so that reports show nobody else's.
@AcceptanceTest
@InSplit
class ReportsTests {

	private static final int DAYS = 4;

	private static final AtomicInteger taken = new AtomicInteger(Words.below(1_000_000));

	private final Clerk clerk;

	private final LocalDate first = daysOfItsOwn();

	private final String sku;

	private final String other;

	ReportsTests(Shop shop) {
		this.clerk = shop.clerk();
		var skus = this.clerk.offersSeveral(2, 100, 1_000);
		this.sku = skus.getFirst();
		this.other = skus.getLast();
	}

	@Test
	void addsUpSalesByDayMonthAndCountry() {
		sold(of(0, "Ada", "EIRE", this.sku, 2, 255), of(0, "Bob", "France", this.sku, 1, 100),
				of(1, "Ada", "EIRE", this.other, 5, 3));

		eventually(() -> {
			assertThat(sales("day")).containsExactly(this.first + " 2 3 610", this.first.plusDays(1) + " 1 5 15");
			assertThat(sales("month")).containsExactly(this.first.toString().substring(0, 7) + " 3 8 625");
			assertThat(sales("country")).containsExactlyInAnyOrder("EIRE 2 7 525", "France 1 1 100");
			assertThat(report("sales", "&by=day").number("/total/orders")).isEqualTo(3);
			assertThat(report("sales", "&by=day").number("/total/units")).isEqualTo(8);
			assertThat(report("sales", "&by=day").number("/total/revenue/amount")).isEqualTo(625);
		});
	}

	@Test
	void tellsHowFreshItIs() {
		assertThat(report("sales", "&by=day").text("/asOf")).matches("[0-9]{4}-[0-9]{2}-[0-9]{2}T.*Z");
	}

	@Test
	void countsTheFirstDayAndNotTheLast() {
		sold(of(0, "Ada", "EIRE", this.sku, 1, 1), of(1, "Ada", "EIRE", this.sku, 1, 10));

		eventually(() -> assertThat(rows("sales", this.first, this.first.plusDays(1), "&by=day"))
			.containsExactly(this.first + " 1 1 1"));
	}

	@Test
	void ranksProductsByRevenueAndByUnits() {
		sold(of(0, "Ada", "EIRE", this.sku, 2, 255), of(3, "Bob", "France", this.other, 5, 3));

		eventually(() -> {
			assertThat(products("revenue", 10)).containsExactly(this.sku + " 2 510", this.other + " 5 15");
			assertThat(products("units", 10)).containsExactly(this.other + " 5 15", this.sku + " 2 510");
			assertThat(products("units", 1)).containsExactly(this.other + " 5 15");
		});
	}

	@Test
	void ranksCustomersByRevenue() {
		sold(of(0, "Ada", "EIRE", this.sku, 1, 255), of(3, "Bob", "France", this.sku, 5, 100),
				of(3, "Ada", "France", this.sku, 5, 1));

		eventually(() -> assertThat(report("customers", "&limit=10").at("/rows").values())
			.extracting((row) -> row.path("customer").asString() + " " + row.path("orders").asLong() + " "
					+ row.at("/revenue/amount").asLong())
			.containsExactly("Bob 1 500", "Ada 2 260"));
	}

	@Test
	void takesBackWhatIsCancelledAndNeverCountsWhatIsRejected() {
		var kept = of(0, "Ada", "EIRE", this.sku, 1, 255);
		var cancelled = of(0, "Ada", "EIRE", this.sku, 1, 100);
		sold(kept, cancelled, of(0, "Ada", "EIRE", this.sku, 5_000, 100));
		eventually(() -> assertThat(sales("day")).containsExactly(this.first + " 2 2 355"));

		var order = Pages.all(this.clerk.visitor(), "/orders?reference=" + cancelled.reference()).getFirst();
		this.clerk.visitor()
			.post("/orders/" + order.path("id").asString() + "/cancellation")
			.json(Json.map("reason", "returned"))
			.send()
			.expect(200);

		eventually(() -> assertThat(sales("day")).containsExactly(this.first + " 1 1 255"));
	}

	// Of six stretches in each month of a century.
	private static LocalDate daysOfItsOwn() {
		var stretch = taken.getAndIncrement() % 7_200;
		return LocalDate.of(1900, 1, 1).plusMonths(stretch / 6).plusDays((long) DAYS * (stretch % 6));
	}

	private ImportedOrder of(int day, String customer, String country, String product, long quantity, long price) {
		return ImportedOrder.of(this.first.plusDays(day) + "T23:59:59Z", customer, country, product, quantity, price);
	}

	private void sold(ImportedOrder... orders) {
		var imported = this.clerk
			.importOrders(Stream.of(orders).map(ImportedOrder::line).collect(Collectors.joining("\n")))
			.expect(200);
		assertThat(imported.number("/accepted")).as("accepted by %s", imported).isEqualTo(orders.length);
	}

	private List<String> sales(String by) {
		return rows("sales", this.first, this.first.plusDays(DAYS), "&by=" + by);
	}

	private List<String> rows(String name, LocalDate from, LocalDate to, String rest) {
		return report(name, from, to, rest).at("/rows")
			.values()
			.stream()
			.map((row) -> row.path("key").asString() + " " + row.path("orders").asLong() + " "
					+ row.path("units").asLong() + " " + row.at("/revenue/amount").asLong())
			.toList();
	}

	private List<String> products(String by, int limit) {
		return report("top-products", "&by=" + by + "&limit=" + limit).at("/rows")
			.values()
			.stream()
			.map((row) -> row.path("sku").asString() + " " + row.path("units").asLong() + " "
					+ row.at("/revenue/amount").asLong())
			.toList();
	}

	private Answer report(String name, String rest) {
		return report(name, this.first, this.first.plusDays(DAYS), rest);
	}

	private Answer report(String name, LocalDate from, LocalDate to, String rest) {
		return this.clerk.visitor().get("/reports/" + name + "?from=" + from + "&to=" + to + rest).send().expect(200);
	}

}
