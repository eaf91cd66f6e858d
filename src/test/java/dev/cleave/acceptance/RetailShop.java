package dev.cleave.acceptance;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

import dev.cleave.acceptance.Clerk.Stock;
import dev.cleave.realdata.RetailFigures;
import dev.cleave.realdata.RetailFile;
import dev.cleave.realdata.RetailNdjson;
import dev.cleave.realdata.RetailOrder;
import dev.cleave.realdata.RetailProduct;
import dev.cleave.realdata.RetailReturns;
import dev.cleave.realdata.RetailSales;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/// The shop that has taken these orders, as its reports should show it.
record RetailShop(Shop shop, List<RetailOrder> orders, RetailFigures figures, List<RetailProduct> products) {

	private static final System.Logger log = System.getLogger(RetailShop.class.getName());

	/// Takes a file's orders, brings all of them to their end, and takes them once more;
	/// each time everything has to be
	/// as the file says.
	static RetailShop goesThrough(Shop shop, RetailFile file) {
		var orders = file.orders();
		try (var lines = file.lines()) {
			var ledger = new RetailShop(shop, orders);
			var returns = RetailReturns.of(orders, lines);
			var desk = new RetailDesk(shop, returns);

			ledger.imports(true);
			shop.check();
			ledger.compare();
			ledger.compareReserved();

			desk.settle(orders);
			shop.check();
			ledger.compare();
			ledger.compareReturns(returns);
			ledger.compareShipped(desk.restocked(orders));

			ledger.imports(false);
			shop.check();
			ledger.compare();
			ledger.compareReturns(returns);
			log.log(System.Logger.Level.INFO,
					"{0}; {1} units came back; {2} cancellations named {3} units that nobody had bought before",
					ledger.figures.total(), returns.units(), returns.unmatchedLines(), returns.unmatchedUnits());
			return ledger;
		}
	}

	RetailShop(Shop shop, List<RetailOrder> orders) {
		this(shop, orders, RetailFigures.of(orders), RetailProduct.of(orders));
	}

	void imports(boolean forTheFirstTime) {
		var clerk = this.shop.clerk();
		var catalogue = clerk.importProducts(this.products.stream()
			.map((product) -> RetailNdjson.product(product, product.ampleQuantity()))
			.collect(Collectors.joining("\n")));
		assertReport(catalogue, forTheFirstTime ? this.products.size() : 0, forTheFirstTime ? 0 : this.products.size());
		this.shop.remember(catalogue);
		var sales = clerk.importOrders(this.orders.stream().map(RetailNdjson::order).collect(Collectors.joining("\n")));
		assertReport(sales, forTheFirstTime ? this.orders.size() : 0, forTheFirstTime ? 0 : this.orders.size());
	}

	void compare() {
		assertThat(sales("day")).isEqualTo(keyed(this.figures.byDay()));
		assertThat(sales("month")).isEqualTo(keyed(this.figures.byMonth()));
		assertThat(sales("country")).isEqualTo(keyed(this.figures.byCountry()));
		var total = report("sales", "&by=day").at("/total");
		assertThat(new RetailSales(total.path("orders").asLong(), total.path("units").asLong(),
				total.at("/revenue/amount").asLong()))
			.isEqualTo(this.figures.total());
		assertThat(products("revenue")).isEqualTo(this.figures.topByRevenue(50)
			.stream()
			.map((row) -> row.sku() + " " + row.units() + " " + row.revenuePence())
			.toList());
		assertThat(products("units")).isEqualTo(this.figures.topByUnits(50)
			.stream()
			.map((row) -> row.sku() + " " + row.units() + " " + row.revenuePence())
			.toList());
		assertThat(customers()).isEqualTo(this.figures.topCustomers(100)
			.stream()
			.map((row) -> row.customer() + " " + row.sales().orders() + " " + row.sales().revenuePence())
			.toList());
	}

	/// Revenue net of what came back, by the month of the order, and the rest of what
	/// returns change.
	void compareReturns(RetailReturns returns) {
		var revenue = this.figures.byMonth();
		var returned = returns.penceByMonth();
		var net = new TreeMap<String, Long>();
		revenue.forEach(
				(month, sales) -> net.put(month.toString(), sales.revenuePence() - returned.getOrDefault(month, 0L)));
		assertThat(amounts("sales", "&by=month", "/net/amount")).isEqualTo(net);
		assertThat(amounts("sales", "&by=month", "/refunded/amount")).isEqualTo(texts(returned));
		assertThat(amounts("sales", "&by=month", "/returns/amount/amount")).isEqualTo(texts(returned));
		assertThat(amounts("sales", "&by=country", "/returns/amount/amount"))
			.isEqualTo(texts(returns.penceByCountry()));
		var total = report("sales", "&by=day").at("/total");
		assertThat(total.at("/returns/units").asLong()).isEqualTo(returns.units());
		assertThat(total.at("/net/amount").asLong()).isEqualTo(net.values().stream().mapToLong(Long::longValue).sum());
		var units = returns.unitsBySku();
		for (var row : report("top-products", "&limit=100&by=revenue").at("/rows").values()) {
			var sku = row.path("sku").asString();
			assertThat(row.at("/returns/units").asLong()).as(sku).isEqualTo(units.getOrDefault(sku, 0L));
		}
		var customers = returns.penceByCustomer();
		for (var row : report("customers", "&limit=100").at("/rows").values()) {
			var customer = row.path("customer").asString();
			assertThat(row.at("/returns/amount/amount").asLong()).as(customer)
				.isEqualTo(customers.getOrDefault(customer, 0L));
		}
	}

	private TreeMap<String, Long> amounts(String name, String rest, String pointer) {
		var amounts = new TreeMap<String, Long>();
		for (var row : report(name, rest).at("/rows").values()) {
			if (row.at(pointer).asLong() != 0) {
				amounts.put(row.path("key").asString(), row.at(pointer).asLong());
			}
		}
		return amounts;
	}

	private static TreeMap<String, Long> texts(Map<?, Long> figures) {
		var texts = new TreeMap<String, Long>();
		figures.forEach((key, amount) -> {
			if (amount != 0) {
				texts.put(key.toString(), amount);
			}
		});
		return texts;
	}

	/// Everything that was ordered is reserved.
	void compareReserved() {
		compareStock((product, units) -> new Stock(product.ampleQuantity(), units, product.ampleQuantity() - units));
	}

	/// Everything that was ordered has left, and some of it is back.
	void compareShipped(Map<String, Long> restocked) {
		compareStock((product, units) -> {
			var there = product.ampleQuantity() - units + restocked.getOrDefault(product.sku(), 0L);
			return new Stock(there, 0, there);
		});
	}

	private void compareStock(BiFunction<RetailProduct, Long, Stock> expected) {
		var ordered = this.figures.unitsBySku();
		var stock = new Crowd(this.products.size(), 16)
			.each((number) -> this.shop.clerk().stock(this.products.get(number).sku()));
		for (var number = 0; number < stock.size(); number++) {
			var product = this.products.get(number);
			assertThat(stock.get(number)).as(product.sku())
				.isEqualTo(expected.apply(product, ordered.get(product.sku())));
		}
	}

	private TreeMap<String, RetailSales> sales(String by) {
		var rows = new TreeMap<String, RetailSales>();
		for (var row : report("sales", "&by=" + by).at("/rows").values()) {
			rows.put(row.path("key").asString(), new RetailSales(row.path("orders").asLong(),
					row.path("units").asLong(), row.at("/revenue/amount").asLong()));
		}
		return rows;
	}

	private static TreeMap<String, RetailSales> keyed(Map<?, RetailSales> figures) {
		var rows = new TreeMap<String, RetailSales>();
		figures.forEach((key, sales) -> rows.put(key.toString(), sales));
		return rows;
	}

	private List<String> products(String by) {
		return report("top-products", "&limit=50&by=" + by).at("/rows")
			.values()
			.stream()
			.map((row) -> row.path("sku").asString() + " " + row.path("units").asLong() + " "
					+ row.at("/revenue/amount").asLong())
			.toList();
	}

	private List<String> customers() {
		return report("customers", "&limit=100").at("/rows")
			.values()
			.stream()
			.map((row) -> row.path("customer").asString() + " " + row.path("orders").asLong() + " "
					+ row.at("/revenue/amount").asLong())
			.toList();
	}

	private JsonNode report(String name, String rest) {
		var range = "?from=" + LocalDate.of(2010, 1, 1) + "&to=" + LocalDate.of(2012, 1, 1);
		return this.shop.machine("reports:read").get("/reports/" + name + range + rest).send().expect(200).json();
	}

	private static void assertReport(Answer report, long accepted, long unchanged) {
		report.expect(200);
		assertThat(report.at("/refused").size()).as("refused by %s", report).isZero();
		assertThat(report.number("/accepted")).as("accepted by %s", report).isEqualTo(accepted);
		assertThat(report.number("/unchanged")).as("unchanged in %s", report).isEqualTo(unchanged);
	}

}
