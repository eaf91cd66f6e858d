package dev.cleave.acceptance;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static dev.cleave.acceptance.Eventually.eventually;
import static dev.cleave.acceptance.Json.map;
import static dev.cleave.acceptance.Json.money;
import static org.assertj.core.api.Assertions.assertThat;

/// Reports as files, each test about a day of the far past that is its own.
@AcceptanceTest
class ExportsTests {

	private static final AtomicInteger taken = new AtomicInteger(Words.below(30_000));

	private final Shop shop;

	private final Clerk clerk;

	private final LocalDate day = LocalDate.of(1900, 1, 1).plusDays(taken.getAndIncrement() % 30_000);

	ExportsTests(Shop shop) {
		this.shop = shop;
		this.clerk = shop.clerk();
	}

	@Test
	void writesEveryLineOfEveryOrder() {
		var cup = offered("Cup, \"blue\"");
		var formula = offered("=HYPERLINK(\"http://x\")");
		var first = sold(cup, 2, 255);
		var second = sold(formula, 1, 100);

		var file = download(done(asked("order-lines"))).text();

		var lines = file.split("\r\n");
		assertThat(lines[0])
			.isEqualTo("order,placed_on,country,customer,line,sku,name,units,revenue,returned_units,currency");
		assertThat(Stream.of(lines).skip(1)).containsExactlyInAnyOrder(
				"%s,%s,EIRE,Ada,1,%s,\"Cup, \"\"blue\"\"\",2,510,0,GBP".formatted(id(first), this.day, cup),
				"%s,%s,EIRE,Ada,1,%s,\"'=HYPERLINK(\"\"http://x\"\")\",1,100,0,GBP".formatted(id(second), this.day,
						formula));
		assertThat(file).endsWith("\r\n");
	}

	@Test
	@InSplit
	void writesEachReportAsItIsShown() {
		var sku = offered("Pan");
		sold(sku, 2, 255);

		assertThat(text("sales", map("by", "month"))).isEqualTo(
				"month,orders,units,revenue,returned_units,returned,refunded,net,currency\r\n%s,1,2,510,0,0,0,510,GBP\r\n"
					.formatted(this.day.toString().substring(0, 7)));
		assertThat(text("top-products", map("by", "units")))
			.isEqualTo("sku,name,units,revenue,returned_units,returned,net,currency\r\n%s,Pan,2,510,0,0,510,GBP\r\n"
				.formatted(sku));
		assertThat(text("customers", map())).isEqualTo(
				"customer,orders,revenue,returned_units,returned,refunded,net,currency\r\nAda,1,510,0,0,0,510,GBP\r\n");
		assertThat(text("customers", map("currency", "EUR")))
			.isEqualTo("customer,orders,revenue,returned_units,returned,refunded,net,currency\r\n");
	}

	@Test
	void isAskedForOnceAndShownUntilItIsDeleted() {
		var key = Shop.unique("key");
		var wish = wish("order-lines", map());
		var asked = exports().key(key).json(wish).send().expect(202);
		var again = exports().key(key).json(wish).send().expect(202);
		var location = asked.header("Location");
		assertThat(location).isEqualTo("/api/v1/reports/exports/" + asked.text("/id"));
		assertThat(again.text()).isEqualTo(asked.text());
		assertThat(asked.text("/report")).isEqualTo("order-lines");
		assertThat(asked.text("/parameters/from")).isEqualTo(this.day.toString());

		var done = done(asked);
		assertThat(done.number("/rows")).isZero();
		assertThat(done.number("/progress")).isEqualTo(1);
		assertThat(done.text("/download")).isEqualTo(location + "/download");
		assertThat(done.text("/finishedAt")).endsWith("Z");
		var file = download(done);
		assertThat(file.header("Content-Type")).isEqualToIgnoringCase("text/csv;charset=utf-8");
		assertThat(file.header("Content-Disposition")).matches("attachment; filename=\"order-lines-.*\\.csv\"");
		assertThat(Pages.all(this.clerk.visitor(), "/reports/exports"))
			.anyMatch((export) -> export.path("id").asString().equals(done.text("/id")));

		var path = location.substring(Visitor.API.length());
		this.clerk.visitor().delete(path).send().expectProblem(428, "if-match-missing");
		this.clerk.visitor().delete(path).ifMatch("\"0\"").send().expectProblem(412, "version-stale");
		this.clerk.visitor().delete(path).ifMatch(done.header("ETag")).send().expect(204);
		this.clerk.visitor().get(path).send().expectProblem(404, "export-not-found");
		this.clerk.visitor()
			.get(path + "/download")
			.header("Accept", "text/csv")
			.send()
			.expectProblem(404, "export-not-found");
	}

	@Test
	void refusesWhatMakesNoSense() {
		exports().json(map("report", "everything")).send().expectFault("/report");
		exports().json(map()).send().expectFault("/report");
		exports().json(map("report", "sales", "by", "year")).send().expectFault("/by");
		exports().json(map("report", "customers", "by", "day")).send().expectFault("/by");
		exports().json(map("report", "sales", "currency", "XYZ")).send().expectFault("/currency");
		exports().json(map("report", "sales", "from", "2011-02-01", "to", "2011-01-01")).send().expectFault("/to");
		exports().json(map("report", "sales", "below", 5)).send().expectFault("/below");
		exports().json(map("report", "stock", "below", 5, "from", "2011-01-01")).send().expectFault("/from");
		exports().without("Idempotency-Key").json(map("report", "sales")).send().expect(400);
		this.shop.customer().post("/reports/exports").json(map("report", "sales")).send().expect(403);
		this.shop.machine("reports:read").get("/reports/exports/nonsense").send().expect(404);
	}

	private Call exports() {
		return this.clerk.visitor().post("/reports/exports");
	}

	private Map<String, Object> wish(String report, Map<String, Object> more) {
		var wish = map("report", report, "from", this.day.toString(), "to", this.day.plusDays(1).toString());
		wish.putAll(more);
		return wish;
	}

	private Answer asked(String report) {
		return exports().json(wish(report, map())).send().expect(202);
	}

	private Answer done(Answer asked) {
		var latest = new Answer[1];
		eventually(() -> {
			latest[0] = this.clerk.visitor().get("/reports/exports/" + asked.text("/id")).send().expect(200);
			assertThat(latest[0].text("/status")).isEqualTo("DONE");
		});
		return latest[0];
	}

	private Answer download(Answer done) {
		return this.clerk.visitor().get("/reports/exports/" + done.text("/id") + "/download").send().expect(200);
	}

	private String text(String report, Map<String, Object> more) {
		return download(done(exports().json(wish(report, more)).send().expect(202))).text();
	}

	private String offered(String name) {
		var sku = Shop.unique("sku");
		this.shop
			.remember(this.clerk
				.importProducts(Json.write(map("sku", sku, "name", name, "price", money(100), "quantity", 100))))
			.expect(200);
		return sku;
	}

	/// Returns when reports count it and know what it is called.
	private ImportedOrder sold(String sku, long quantity, long price) {
		var order = ImportedOrder.of(this.day + "T12:00:00Z", "Ada", "EIRE", sku, quantity, price);
		this.clerk.importOrders(order.line()).expect(200);
		eventually(() -> assertThat(this.clerk.visitor()
			.get("/reports/top-products?from=" + this.day + "&to=" + this.day.plusDays(1))
			.send()
			.expect(200)
			.at("/rows")
			.values()
			.stream()
			.filter((row) -> row.has("name"))
			.map((row) -> row.path("sku").asString())
			.collect(Collectors.toList())).contains(sku));
		return order;
	}

	private String id(ImportedOrder order) {
		return Pages.all(this.clerk.visitor(), "/orders?reference=" + order.reference())
			.getFirst()
			.path("id")
			.asString();
	}

}
