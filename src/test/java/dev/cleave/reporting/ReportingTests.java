package dev.cleave.reporting;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.sql.DataSource;

import dev.cleave.TestServers;
import dev.cleave.inventory.events.ProductChanged;
import dev.cleave.inventory.events.StockLevelChanged;
import dev.cleave.orders.events.OrderCancelled;
import dev.cleave.orders.events.OrderConfirmed;
import dev.cleave.orders.events.OrderEvent;
import dev.cleave.orders.events.OrderPlaced;
import dev.cleave.orders.events.OrderRefunded;
import dev.cleave.orders.events.OrderRejected;
import dev.cleave.orders.events.OrderReturned;
import dev.cleave.orders.events.Portion;
import dev.cleave.platform.messaging.LogPositions;
import dev.cleave.platform.messaging.Rebuilds;
import dev.cleave.platform.messaging.Remains;
import dev.cleave.reporting.projections.RecordingSales;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// Reports from events that came through the engine, over HTTP. Each test has a year of its own, so that none sees
/// another's sales.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestConstructor(autowireMode = AutowireMode.ALL)
class ReportingTests {

	private static int years = 1000;

	private final int year = years++;

	private final HttpClient http = HttpClient.newHttpClient();

	private final ApplicationEventPublisher events;

	private final TransactionTemplate orders;

	private final TransactionTemplate inventory;

	private final TransactionTemplate reporting;

	private final LogPositions positions;

	private final RecordingSales recording;

	private final Rebuilds rebuilds;

	private final Remains remains;

	private final Environment environment;

	private final JdbcClient database;

	private final String address;

	ReportingTests(ApplicationEventPublisher events, @Qualifier("orders") PlatformTransactionManager orders,
			@Qualifier("inventory") PlatformTransactionManager inventory,
			@Qualifier("reporting") PlatformTransactionManager reporting, LogPositions positions,
			RecordingSales recording, Rebuilds rebuilds, Remains remains, Environment environment,
			@Qualifier("reportingDataSource") DataSource database, @LocalServerPort int port) {
		this.events = events;
		this.orders = new TransactionTemplate(orders);
		this.inventory = new TransactionTemplate(inventory);
		this.reporting = new TransactionTemplate(reporting);
		this.positions = positions;
		this.recording = recording;
		this.rebuilds = rebuilds;
		this.remains = remains;
		this.environment = environment;
		this.database = JdbcClient.create(database);
		this.address = "http://127.0.0.1:" + port;
	}

	@DynamicPropertySource
	static void servers(DynamicPropertyRegistry registry) {
		var database = TestServers.freshDatabase();
		registry.add("spring.datasource.url", () -> database);
		registry.add("spring.datasource.username", () -> "postgres");
		registry.add("spring.data.redis.host", () -> "127.0.0.1");
		registry.add("spring.data.redis.port", TestServers::redisPort);
		registry.add("management.server.port", () -> 0);
	}

	@Test
	void countsAnOrderFromItsConfirmationUntilItIsCancelled() {
		var order = placed(1, "Ada", "EIRE", line("A", 2, 255), line("A", 1, 100));

		happens(order);
		assertThat(rows("sales", "")).isEmpty();
		happens(new OrderConfirmed(order.orderId()));
		assertThat(rows("sales", "")).containsExactly(day(1) + " 1 3 610");
		assertThat(rows("top-products", "")).containsExactly("A 3 610");
		assertThat(rows("customers", "")).containsExactly("Ada 1 610");

		happens(new OrderCancelled(order.orderId(), "returned"));
		assertThat(rows("sales", "")).isEmpty();
		assertThat(rows("top-products", "")).isEmpty();
		assertThat(rows("customers", "")).isEmpty();
	}

	@Test
	void neverCountsWhatIsRejectedOrCancelledBefore() {
		var rejected = placed(1, "Ada", "EIRE", line("A", 1, 1));
		var cancelled = placed(1, "Ada", "EIRE", line("A", 1, 1));

		happens(rejected, cancelled, new OrderRejected(rejected.orderId(), "out-of-stock"),
				new OrderCancelled(cancelled.orderId(), "not-settled"));

		assertThat(rows("sales", "")).isEmpty();
	}

	/// All in one batch, which is what a rebuild or a long backlog looks like.
	@Test
	void addsUpABatchThatHoldsWholeLives() {
		var kept = placed(1, "Ada", "EIRE", line("A", 2, 255));
		var lost = placed(1, "Ada", "EIRE", line("A", 7, 100));
		var open = placed(1, "Ada", "EIRE", line("A", 9, 100));

		this.recording.record(serving(), List.of(kept, lost, new OrderConfirmed(lost.orderId()),
				new OrderConfirmed(kept.orderId()), open, new OrderCancelled(lost.orderId(), "returned")));
		assertThat(rows("sales", "")).containsExactly(day(1) + " 1 2 510");

		this.recording.record(serving(),
				List.of(new OrderConfirmed(open.orderId()), new OrderCancelled(kept.orderId(), "x")));
		assertThat(rows("sales", "")).containsExactly(day(1) + " 1 9 900");
	}

	@Test
	void groupsByDayMonthAndCountry() {
		sold(placed(1, "Ada", "EIRE", line("A", 2, 255)), placed(1, null, null, line("A", 1, 100)),
				placed(40, "Bob", "France", line("B", 5, 3)));

		assertThat(rows("sales", "&by=day")).containsExactly(day(1) + " 2 3 610", day(40) + " 1 5 15");
		assertThat(rows("sales", "&by=month")).containsExactly(year() + "-01 2 3 610", year() + "-02 1 5 15");
		assertThat(rows("sales", "&by=country")).containsExactly("null 1 1 100", "EIRE 1 2 510", "France 1 5 15");
		assertThat(rows("customers", "")).containsExactly("Ada 1 510", "Bob 1 15");
		var total = report("sales", "&by=country").at("/total");
		assertThat(total.toString()).isEqualTo("""
				{"orders":3,"units":8,"revenue":{"amount":625,"currency":"GBP"},\
				"returns":{"units":0,"amount":{"amount":0,"currency":"GBP"}},\
				"refunded":{"amount":0,"currency":"GBP"},"net":{"amount":625,"currency":"GBP"}}""");
	}

	@Test
	void countsTheFirstDayAndNotTheLast() {
		sold(placed(1, "Ada", "EIRE", line("A", 1, 1)), placed(2, "Ada", "EIRE", line("A", 1, 10)));

		assertThat(rows(get("sales", day(1), day(2), "")).toList()).containsExactly(day(1) + " 1 1 1");
		assertThat(rows(get("sales", day(1), day(1), "")).toList()).isEmpty();
	}

	@Test
	void ranksByRevenueOrUnitsAndTiesByKey() {
		sold(placed(1, "Zoe", "EIRE", line("b", 2, 100), line("B", 2, 100), line("a", 5, 1)),
				placed(2, "Ada", "EIRE", line("c", 1, 405)));

		assertThat(rows("top-products", "&by=revenue")).containsExactly("c 1 405", "B 2 200", "b 2 200", "a 5 5");
		assertThat(rows("top-products", "&by=units&limit=3")).containsExactly("a 5 5", "B 2 200", "b 2 200");
		assertThat(rows("customers", "")).containsExactly("Ada 1 405", "Zoe 1 405");
		assertThat(rows("customers", "&limit=1")).containsExactly("Ada 1 405");
	}

	@Test
	void keepsCurrenciesApart() {
		var euros = placed("EUR", 1, "Ada", "EIRE", line("A", 1, 700));
		sold(placed(1, "Ada", "EIRE", line("A", 1, 255)), euros);

		assertThat(rows("sales", "")).containsExactly(day(1) + " 1 1 255");
		assertThat(rows("sales", "&currency=EUR")).containsExactly(day(1) + " 1 1 700");
		assertThat(report("sales", "&currency=EUR").at("/total/revenue/currency").asString()).isEqualTo("EUR");
	}

	@Test
	void showsTheLatestNameOfAProduct() {
		sold(placed(1, "Ada", "EIRE", line("named", 1, 1), line("nameless", 1, 1)));

		this.inventory.executeWithoutResult(tx -> {
			this.events.publishEvent(new ProductChanged("named", "LANTERN", 1, "GBP", true, 1));
			this.events.publishEvent(new ProductChanged("named", "RED LANTERN", 1, "GBP", true, 2));
		});
		heard("inventory", "reporting.products");

		var report = report("top-products", "");
		assertThat(report.at("/rows/0/name").asString()).isEqualTo("RED LANTERN");
		assertThat(report.at("/rows/1").has("name")).isFalse();
	}

	@Test
	void tellsHowFreshItIs() {
		var before = Instant.now();
		sold(placed(1, "Ada", "EIRE", line("A", 1, 1)));

		assertThat(Instant.parse(report("sales", "").at("/asOf").asString())).isBetween(before.minusSeconds(5),
				Instant.now());
	}

	@Test
	void takesReturnsAndRefundsOffTheDayOfTheSale() {
		var order = placed(1, "Ada", "EIRE", line("A", 4, 100), line("B", 3, 7));
		sold(order, placed(2, "Ada", "EIRE", line("A", 1, 100)));

		happens(returned(order, 1, 110, new Portion(1, 1), new Portion(2, 1)),
				returned(order, 2, 200, new Portion(1, 2)));
		happens(new OrderRefunded(order.orderId(), 310, "GBP"));

		assertThat(returns("sales", "")).containsExactly("4 310 310 111", "0 0 0 100");
		assertThat(returns("sales", "&by=month")).containsExactly("4 310 310 211");
		assertThat(returns("sales", "&by=country")).containsExactly("4 310 310 211");
		assertThat(returns("customers", "")).containsExactly("4 310 310 211");
		assertThat(returns("top-products", "")).containsExactly("3 300 - 200", "1 7 - 14");
		assertThat(rows("sales", "")).containsExactly(day(1) + " 1 7 421", day(2) + " 1 1 100");
		var total = report("sales", "").at("/total");
		assertThat(total.at("/returns/units").asLong()).isEqualTo(4);
		assertThat(total.at("/net/amount").asLong()).isEqualTo(211);
	}

	/// All orders of events of one order that can come in one batch or in several.
	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4, 5, 6 })
	void addsUpTheSameWhateverCameInOneBatch(int batch) {
		var order = placed(1, "Ada", "EIRE", line("A", 4, 100));
		var late = placed(1, "Ada", "EIRE", line("A", 2, 100));
		var events = List.<OrderEvent>of(order, late, new OrderConfirmed(order.orderId()),
				new OrderConfirmed(late.orderId()), new OrderRefunded(late.orderId(), 200, "GBP"),
				returned(order, 1, 300, new Portion(1, 3)), new OrderRefunded(order.orderId(), 300, "GBP"),
				new OrderCancelled(late.orderId(), "paid twice, then not wanted"));

		for (int i = 0; i < events.size(); i += batch) {
			this.recording.record(serving(), events.subList(i, Math.min(events.size(), i + batch)));
		}

		assertThat(rows("sales", "")).containsExactly(day(1) + " 1 4 400");
		assertThat(returns("sales", "")).containsExactly("3 300 300 100");
		assertThat(returns("customers", "")).containsExactly("3 300 300 100");
		assertThat(returns("top-products", "")).containsExactly("3 300 - 100");
	}

	/// Of ten years and forty countries, as quick as one range of an index.
	@Test
	void addsUpTenYears() throws SQLException {
		this.database
			.sql("""
					INSERT INTO sales_day (generation, currency, day, country, orders, units, revenue, returned_units, returned)
					SELECT s.generation, g.currency, DATE '3000-01-01' + d, 'Country ' || c, 1 + (d + c) % 3, d % 7, d * c, c % 2, d
					FROM serving s, generate_series(0, 3649) d, generate_series(1, 40) c, unnest(ARRAY ['SEK', 'NOK']) g (currency)
					UNION ALL
					SELECT s.generation + 1000, 'SEK', DATE '3000-01-01' + d, 'Elsewhere', 1, 1, 1, 1, 1
					FROM serving s, generate_series(0, 3649) d
					""")
			.update();
		asAdministrator("ANALYZE reporting.sales_day");

		for (var by : List.of("day", "month", "country")) {
			var started = System.nanoTime();
			var total = get("sales", "3000-01-01", "3010-01-01", "&currency=SEK&by=" + by).at("/total");
			assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(5));
			var orders = 0L;
			var revenue = 0L;
			for (int d = 0; d < 3650; d++) {
				for (int c = 1; c <= 40; c++) {
					orders += 1 + (d + c) % 3;
					revenue += (long) d * c;
				}
			}
			assertThat(total.at("/orders").asLong()).as("orders by %s", by).isEqualTo(orders);
			assertThat(total.at("/revenue/amount").asLong()).as("revenue by %s", by).isEqualTo(revenue);
			assertThat(total.at("/returns/units").asLong()).as("returns by %s", by).isEqualTo(3650 * 20);
		}
		assertThat(get("sales", "3000-01-01", "3010-01-01", "&currency=SEK&by=country").at("/rows")).hasSize(40);
	}

	@Test
	void agreesWithAPlainSumOverManyLives() {
		var random = new Random(42);
		var expected = new TreeMap<String, Long>();
		var told = new ArrayList<OrderEvent>();
		for (var order : IntStream.range(0, 400).mapToObj(number -> randomOrder(random)).toList()) {
			told.add(order);
			var fate = random.nextInt(4);
			if (fate == 0) {
				told.add(new OrderRejected(order.orderId(), "out-of-stock"));
			}
			if (fate > 0) {
				told.add(new OrderConfirmed(order.orderId()));
			}
			if (fate == 1) {
				told.add(new OrderCancelled(order.orderId(), "changed my mind"));
			}
			if (fate > 1) {
				order.lines()
					.forEach(line -> expected.merge(line.sku(), line.quantity() * line.unitPrice(), Long::sum));
			}
		}

		for (int i = 0; i < told.size(); i += 50) {
			happens(told.subList(i, Math.min(told.size(), i + 50)).toArray(OrderEvent[]::new));
		}

		var actual = new TreeMap<String, Long>();
		report("top-products", "&limit=100").at("/rows")
			.forEach(row -> actual.put(row.at("/sku").asString(), row.at("/revenue/amount").asLong()));
		assertThat(actual).isEqualTo(expected);
		assertThat(report("sales", "&by=country").at("/total/revenue/amount").asLong())
			.isEqualTo(expected.values().stream().mapToLong(Long::longValue).sum());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			sales?from=2011-01-01                                  | 400
			sales?from=2011-01-01&to=soon                          | 400
			sales?from=2011-02-01&to=2011-01-01                    | 422
			sales?from=2011-01-01&to=%2B99999-01-01                | 422
			sales?from=2011-01-01&to=2011-02-01&by=year            | 422
			sales?from=2011-01-01&to=2011-02-01&currency=XYZ       | 422
			top-products?from=2011-01-01&to=2011-02-01&by=name     | 422
			top-products?from=2011-01-01&to=2011-02-01&limit=0     | 422
			customers?from=2011-01-01&to=2011-02-01&limit=101      | 422
			customers?from=2011-01-01&to=2011-02-01&limit=many     | 400
			stock?below=few                                        | 400
			stock?limit=0                                          | 400
			""")
	void refusesWhatMakesNoSense(String question, int status) {
		var answer = send(HttpRequest.newBuilder(URI.create(this.address + "/api/v1/reports/" + question)), token());

		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
	}

	@Test
	void isNotForEverybody() {
		var question = HttpRequest
			.newBuilder(URI.create(this.address + "/api/v1/reports/sales?from=2011-01-01&to=2011-02-01"));

		assertThat(send(question, null).statusCode()).isEqualTo(401);
	}

	@Test
	void listsTheScarcestProductsFirst() {
		levels(level("scarce-a", 9, 4, 10L), level("scarce-b", 5, 0, 3L), level("scarce-c", 5, 2, null),
				level("scarce-d", 100, 0, 101L), level("scarce-e", 100, 0, 100L));

		assertThat(stock("?below=6")).containsExactly("scarce-c 5 2 3 null false", "scarce-a 9 4 5 10 true",
				"scarce-b 5 0 5 3 false");
		assertThat(stock("?below=5")).containsExactly("scarce-c 5 2 3 null false");
		assertThat(stock("")).containsExactly("scarce-a 9 4 5 10 true", "scarce-d 100 0 100 101 true");

		levels(level("scarce-a", 30, 4, 10L), level("scarce-a", 29, 0, 10L), level("scarce-e", 100, 1, 100L));
		assertThat(stock("")).containsExactly("scarce-e 100 1 99 100 true", "scarce-d 100 0 100 101 true");
	}

	@Test
	void turnsThePagesOfScarceProducts() {
		levels(IntStream.range(0, 45)
			.mapToObj(i -> level("few-" + i, 500_000 + i / 2, 0, null))
			.toArray(StockLevelChanged[]::new));
		var seen = new ArrayList<String>();
		var next = "";
		do {
			var page = low("?below=600000&limit=10" + next);
			page.at("/items").forEach(item -> seen.add(item.at("/sku").asString()));
			next = page.at("/next").isNull() ? "" : "&cursor=" + page.at("/next").asString();
		}
		while (!next.isEmpty());

		assertThat(seen.stream().filter(sku -> sku.startsWith("few-"))).hasSize(45).doesNotHaveDuplicates();
	}

	/// One range of an index, whatever the number of products.
	@Test
	void findsFewAmongAHundredThousandProducts() throws SQLException {
		this.database.sql("""
				INSERT INTO stock_level (generation, sku, on_hand, reserved, low_at, version)
				SELECT generation, 'many-' || n, 1000000 + n, 0, CASE n % 10 WHEN 0 THEN 500 END, 1
				FROM serving, generate_series(1, 100000) n
				""").update();
		asAdministrator("ANALYZE reporting.stock_level");

		var started = System.nanoTime();
		var items = low("?below=1000021&limit=100").at("/items");
		assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(2));
		assertThat(items.valueStream().filter(item -> item.at("/sku").asString().startsWith("many-"))).hasSize(20);
		assertThat(this.database
			.sql("""
					EXPLAIN SELECT sku FROM stock_level WHERE generation = (SELECT generation FROM serving) AND available < low_at
					AND (available, sku) > (0, '') ORDER BY available, sku LIMIT 20
					""")
			.query(String.class)
			.list()).anyMatch(line -> line.contains("stock_level_low"));
	}

	@Test
	void servesTheSameFiguresAfterARebuild() {
		sold(placed(1, "Ada", "EIRE", line("A", 2, 255), line("B", 1, 100)), placed(40, "Bob", null, line("A", 5, 3)));
		var before = List.of(rows("sales", "&by=country"), rows("top-products", ""), rows("customers", ""));

		var generation = this.rebuilds.begin("reporting").orElseThrow();

		await().until(() -> rebuild().at("/status").asString().equals("serving")
				&& rebuild().at("/generation").asInt() == generation);
		assertThat(List.of(rows("sales", "&by=country"), rows("top-products", ""), rows("customers", "")))
			.isEqualTo(before);
		sold(placed(41, "Ada", "EIRE", line("A", 1, 7)));
		assertThat(rows("customers", "")).containsExactly("Ada 2 617", "Bob 1 15");
	}

	@Test
	void saysWhatARebuildWaitsFor() {
		var poison = new OrderConfirmed("an order that nobody placed");
		happens(poison);

		var generation = this.rebuilds.begin("reporting").orElseThrow();

		await().until(() -> rebuild().path("waitsFor").asString("").startsWith("1 messages were set aside"));
		assertThat(rebuild().at("/status").asString()).isEqualTo("building");
		assertThat(this.rebuilds.abandon("reporting", generation)).isTrue();
		assertThat(rebuild().at("/status").asString()).isEqualTo("serving");
		this.database.sql("DELETE FROM reporting.parked").update();
	}

	/// A generation that is being built is nothing the statistics know of yet, and one
	/// that is over all they know of.
	@Test
	void reachesForRowsOfAGenerationWhateverTheStatisticsSay() throws SQLException {
		grown(9_001, 20_000);
		asAdministrator("ANALYZE reporting.sale, reporting.sale_line");
		grown(9_002, 3_000);
		var events = IntStream.rangeClosed(1, 10)
			.mapToObj(number -> "grown-" + number)
			.<OrderEvent>mapMulti((order, all) -> {
				all.accept(new OrderConfirmed(order));
				all.accept(new OrderReturned(order, 1, List.of(new Portion(1, 1)), 5, false));
			})
			.toList();

		var read = this.reporting.<Long>execute(tx -> {
			events.forEach(event -> this.recording.record(9_002, List.of(event)));
			this.recording.record(9_002, List.of(new OrderCancelled("grown-1", "never mind")));
			return number(
					"SELECT sum(seq_tup_read + idx_tup_fetch) FROM pg_stat_xact_user_tables WHERE relname LIKE 'sale%'");
		});
		this.reporting.executeWithoutResult(tx -> {
			var before = tablesReadWholly();
			assertThat(this.remains.remove(9_001, 100)).isEqualTo(100);
			assertThat(this.remains.remove(9_003, 100)).isZero();
			assertThat(tablesReadWholly()).as("tables read wholly, and how often").isEqualTo(before);
		});

		assertThat(read).as("rows read for twenty-one events").isLessThan(3_000);
		assertThat(number("SELECT sum(returned_units) FROM product_day WHERE generation = 9002")).isEqualTo(9);
		asAdministrator("DELETE FROM reporting.sale WHERE generation > 9000");
		asAdministrator("DELETE FROM reporting.sale_line WHERE generation > 9000");
	}

	private void grown(int generation, int sales) {
		this.database.sql("""
				INSERT INTO sale (generation, order_id, placed_on, country, customer, currency, total, units, state)
				SELECT ?, 'grown-' || n, DATE '4000-01-01' + n % 300, 'EIRE', 'Ada', 'GBP', 10, 2, 'PLACED'
				FROM generate_series(1, ?) n
				""").params(generation, sales).update();
		this.database
			.sql("""
					INSERT INTO sale_line (generation, order_id, line, sku, units, revenue)
					SELECT ?, 'grown-' || n, line, 'G' || n % 9, 1, 5 FROM generate_series(1, ?) n, generate_series(1, 2) line
					""")
			.params(generation, sales)
			.update();
	}

	/// By this connection, of late.
	private List<String> tablesReadWholly() {
		return this.database
			.sql("SELECT relname || ' ' || seq_scan FROM pg_stat_xact_user_tables WHERE seq_scan > 0 ORDER BY relname")
			.query((row, number) -> row.getString(1))
			.list();
	}

	private long number(String sql) {
		return this.database.sql(sql).query(Long.class).single();
	}

	/// Only who owns a table may gather statistics of it; for anybody else that does
	/// nothing, and says so to nobody.
	private void asAdministrator(String sql) throws SQLException {
		try (var connection = DriverManager.getConnection(this.environment.getRequiredProperty("spring.datasource.url"),
				"postgres", ""); var statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private int serving() {
		return this.database.sql("SELECT generation FROM serving").query(Integer.class).single();
	}

	private static StockLevelChanged level(String sku, long onHand, long reserved, @Nullable Long lowAt) {
		return new StockLevelChanged(sku, onHand, reserved, lowAt, 1);
	}

	private void levels(StockLevelChanged... told) {
		this.inventory.executeWithoutResult(tx -> Arrays.stream(told).forEach(this.events::publishEvent));
		heard("inventory", "reporting.stock");
	}

	private List<String> stock(String question) {
		return low(question).at("/items")
			.valueStream()
			.filter(item -> item.at("/sku").asString().startsWith("scarce-"))
			.map(item -> "%s %s %s %s %s %s".formatted(item.at("/sku").asString(), item.at("/onHand").asLong(),
					item.at("/reserved").asLong(), item.at("/available").asLong(),
					item.at("/lowStockAt").asString("null"), item.at("/low").asBoolean()))
			.toList();
	}

	private JsonNode low(String question) {
		var answer = send(HttpRequest.newBuilder(URI.create(this.address + "/api/v1/reports/stock" + question)),
				token());
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		return JsonMapper.shared().readTree(answer.body());
	}

	private JsonNode rebuild() {
		var answer = send(HttpRequest.newBuilder(URI.create(this.address + "/api/v1/reports/rebuild")), token());
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		return JsonMapper.shared().readTree(answer.body());
	}

	private OrderPlaced randomOrder(Random random) {
		var lines = IntStream.range(0, 1 + random.nextInt(5))
			.mapToObj(number -> line("SKU" + random.nextInt(30), 1 + random.nextInt(9), random.nextInt(1000)))
			.toArray(OrderPlaced.Line[]::new);
		return placed(random.nextInt(300), "C" + random.nextInt(10), "Country" + random.nextInt(5), lines);
	}

	private void sold(OrderPlaced... sales) {
		happens(sales);
		happens(Arrays.stream(sales).map(sale -> new OrderConfirmed(sale.orderId())).toArray(OrderEvent[]::new));
	}

	private void happens(OrderEvent... told) {
		this.orders.executeWithoutResult(tx -> Arrays.stream(told).forEach(this.events::publishEvent));
		heard("orders", "reporting.sales");
	}

	private void heard(String module, String subscription) {
		assertThat(this.positions.awaitApplied(this.positions.after(module).orElseThrow(), subscription,
				Duration.ofSeconds(10)))
			.as("%s has heard", subscription)
			.isTrue();
	}

	private OrderPlaced placed(int day, @Nullable String customer, @Nullable String country,
			OrderPlaced.Line... lines) {
		return placed("GBP", day, customer, country, lines);
	}

	private OrderPlaced placed(String currency, int day, @Nullable String customer, @Nullable String country,
			OrderPlaced.Line... lines) {
		var time = LocalDate.parse(day(day)).atTime(23, 59, 59).toInstant(ZoneOffset.UTC);
		var total = Arrays.stream(lines).mapToLong(line -> line.quantity() * line.unitPrice()).sum();
		var numbered = IntStream.range(0, lines.length)
			.mapToObj(i -> new OrderPlaced.Line(i + 1, lines[i].sku(), lines[i].name(), lines[i].quantity(),
					lines[i].unitPrice()))
			.toList();
		return new OrderPlaced(UUID.randomUUID().toString(), time, customer, country, currency, total, numbered);
	}

	private static OrderReturned returned(OrderPlaced order, int number, long amount, Portion... portions) {
		return new OrderReturned(order.orderId(), number, List.of(portions), amount, false);
	}

	private List<String> returns(String name, String rest) {
		return report(name, rest).at("/rows")
			.valueStream()
			.map(row -> "%d %d %s %d".formatted(row.at("/returns/units").asLong(),
					row.at("/returns/amount/amount").asLong(), row.at("/refunded/amount").asString("-"),
					row.at("/net/amount").asLong()))
			.toList();
	}

	private static OrderPlaced.Line line(String sku, long quantity, long price) {
		return new OrderPlaced.Line(0, sku, "as ordered", quantity, price);
	}

	private String day(int day) {
		return LocalDate.of(this.year, 1, 1).plusDays(day - 1L).toString();
	}

	private String year() {
		return Integer.toString(this.year);
	}

	private List<String> rows(String name, String rest) {
		return rows(report(name, rest)).toList();
	}

	private static Stream<String> rows(JsonNode report) {
		return report.at("/rows").valueStream().map(row -> {
			var text = new StringBuilder();
			for (var field : List.of("key", "sku", "customer", "orders", "units")) {
				if (row.has(field)) {
					text.append(row.get(field).isNull() ? "null" : row.get(field).asString()).append(' ');
				}
			}
			return text.append(row.at("/revenue/amount").asLong()).toString();
		});
	}

	private JsonNode report(String name, String rest) {
		return get(name, day(1), LocalDate.of(this.year + 1, 1, 1).toString(), rest);
	}

	private JsonNode get(String name, String from, String to, String rest) {
		var uri = URI.create("%s/api/v1/reports/%s?from=%s&to=%s%s".formatted(this.address, name, from, to, rest));
		var answer = send(HttpRequest.newBuilder(uri), token());
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		return JsonMapper.shared().readTree(answer.body());
	}

	private String token() {
		var basic = Base64.getEncoder().encodeToString("cleave-local:cleave-local-secret".getBytes());
		var answer = send(HttpRequest.newBuilder(URI.create(this.address + "/oauth2/token"))
			.header("Authorization", "Basic " + basic)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString("grant_type=client_credentials")), null);
		return JsonMapper.shared().readTree(answer.body()).at("/access_token").asString();
	}

	private HttpResponse<String> send(HttpRequest.Builder request, @Nullable String token) {
		try {
			if (token != null) {
				request.header("Authorization", "Bearer " + token);
			}
			return this.http.send(request.build(), BodyHandlers.ofString());
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

}
