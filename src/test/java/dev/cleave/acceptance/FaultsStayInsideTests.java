package dev.cleave.acceptance;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import dev.cleave.acceptance.SteadyLoad.Errand;
import dev.cleave.reporting.web.TroublesomeReport;
import dev.cleave.reporting.web.TroublesomeReport.Mood;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static dev.cleave.acceptance.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

/// That a module in trouble leaves the others as quick and as reliable as they were, and that its health says so.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsStayInsideTests {

	private static final Duration SLICE = Duration.ofMillis(300);

	private static final int PER_SECOND = 20;

	private static final int ATTEMPTS = 3;

	private static final int ORDERS = 100;

	private static final Patience NONE = new Patience(Duration.ZERO, Duration.ofSeconds(20), false);

	private final Map<String, Line> lines = new TreeMap<>();

	private final StartedShop system = start();

	private final Shop shop = new Shop(this.system);

	private final Visitor operator = new Visitor(new Door(List.of(this.system.management())));

	/// People who come with nothing but what is in trouble; they have a door to
	/// themselves.
	private final Visitor bothered = new Visitor(new Door(this.system.nodes()));

	private final AtomicInteger refused = new AtomicInteger();

	private final SteadyLoad load = load();

	private StartedShop start() {
		var databases = Topology.FOUR_DATABASES.databases();
		var settings = Stream.concat(
				Stream.of("--cleave.health.database-silence=3s", "--cleave.health.stuck-after=2s",
						"--cleave.web.requests.floor=48", "--cleave.web.requests.ceiling=48",
						"--cleave.messaging.first-retry=100ms", "--cleave.messaging.longest-retry=1s",
						"--cleave.messaging.attempts=10000"),
				databases.entrySet()
					.stream()
					.map((database) -> "--cleave.persistence." + database.getKey() + ".url="
							+ detour(database.getKey(), database.getValue())));
		return StartedShop.start(databases, settings.toList(), TroublesomeReport.class);
	}

	/// The same database by way of a line.
	private String detour(String module, String url) {
		var port = url.replaceFirst(".*:([0-9]+)/.*", "$1");
		var line = new Line(Integer.parseInt(port));
		this.lines.put(module, line);
		return url.replace(":" + port + "/", ":" + line.port() + "/");
	}

	private SteadyLoad load() {
		var sku = this.shop.clerk().offers("Steady", 100, 1_000_000);
		var buyer = this.shop.machineBuyer().with(NONE);
		var customer = this.shop.customer();
		var reader = this.shop.administrator();
		return new SteadyLoad(List.of(new Errand("orders", () -> buyer.place(Basket.of(sku, 1), 0)),
				new Errand("orders", () -> buyer.visitor().get("/orders?limit=5").onceAtAll()),
				new Errand("inventory", () -> buyer.visitor().get("/products/" + sku).onceAtAll()),
				new Errand("auth", () -> customer.get("/auth/session").onceAtAll()),
				new Errand("reporting", () -> reader.get("/reports/stock?below=1").onceAtAll())), PER_SECOND);
	}

	@Test
	void whenAReportThrows() {
		becomes(Mood.Kind.THROWING, () -> showsTrouble("reporting"));
	}

	@Test
	void whenAReportIsSlow() {
		becomes(Mood.Kind.SLOW, () -> {
		});
	}

	@Test
	void whenAReportBlocks() {
		becomes(Mood.Kind.BLOCKED, () -> {
			showsTrouble("reporting");
			settlesAndCountsWhatIsOrdered();
			assertThat(this.refused.get()).as("those who were turned away at once").isPositive();
		});
	}

	@Test
	void whenADatabaseSaysNothing() {
		var line = this.lines.get("inventory");

		leavesTheOthersAlone("inventory", line::freeze, line::thaw, () -> showsTrouble("inventory"));

		this.shop.check();
	}

	@Test
	void asksForNoMoreRequestsWhenNoDatabaseAnswers() {
		this.lines.values().forEach(Line::freeze);
		eventually(() -> assertThat(operations("/readyz").status()).isEqualTo(503));
		assertThat(operations("/livez").status()).isEqualTo(200);

		this.lines.values().forEach(Line::thaw);
		eventually(() -> assertThat(operations("/readyz").status()).isEqualTo(200));
	}

	private void becomes(Mood.Kind kind, Runnable meanwhile) {
		var mood = this.system.part(Mood.class);

		leavesTheOthersAlone("reporting", () -> mood.become(kind), () -> mood.become(Mood.Kind.WELL), meanwhile);

		this.shop.check();
	}

	private void showsTrouble(String module) {
		eventually(() -> assertThat(isDown(module)).as(module + " is down").isTrue());
	}

	private void settlesAndCountsWhatIsOrdered() {
		var sku = this.shop.clerk().offers("Sought after", 100, ORDERS);
		var buyer = this.shop.machineBuyer();

		var outcomes = new Crowd(ORDERS, 16).each((_) -> buyer.buys(Basket.of(sku, 1)).status());

		assertThat(outcomes).hasSize(ORDERS).containsOnly("CONFIRMED");
		eventually(() -> assertThat(lag("reporting.sales")).as("what sales have not taken").isZero());
		assertThat(lag("reporting.troublesome")).as("what the stuck one has not taken").isPositive();
	}

	private long lag(String subscription) {
		return operations("/actuator/messaging").at("/" + subscription + "/totalLag").asLong();
	}

	/// Compares with how it was just before; and once more, if the machine may have been
	/// busy with something else.
	private void leavesTheOthersAlone(String module, Runnable begin, Runnable end, Runnable meanwhile) {
		var others = this.load.without(module);
		var said = new StringBuilder();
		for (var attempt = 1; attempt <= ATTEMPTS; attempt++) {
			var quiet = Pace.of(others, SLICE);
			Pace troubled;
			begin.run();
			try (var _ = new Nuisance(this::ask, PER_SECOND)) {
				troubled = Pace.of(others, SLICE);
				meanwhile.run();
				eventually(() -> assertThat(Topology.MODULES.stream().filter(this::isDown)).as("modules that are down")
					.isSubsetOf(module));
				eventually(() -> assertThat(operations("/readyz").status()).isEqualTo(200));
			}
			finally {
				end.run();
			}
			eventually(() -> assertThat(isDown(module)).as(module + " is down").isFalse());
			if (troubled.keepsUpWith(quiet)) {
				return;
			}
			said.append("%s, quiet %s; ".formatted(troubled, quiet));
		}
		throw new AssertionError("The others are slower each time: " + said);
	}

	private void ask() {
		var answer = this.bothered.ask("GET", TroublesomeReport.PATH).unchecked();
		if (answer.status() == 503) {
			this.refused.incrementAndGet();
			assertThat(answer.text("/code")).isEqualTo("busy");
			assertThat(answer.header("Cleave-Outcome")).isEqualTo("none");
		}
	}

	private boolean isDown(String module) {
		return operations("/actuator/health/" + module).text("/status").equals("DOWN");
	}

	private Answer operations(String path) {
		return this.operator.ask("GET", path).unchecked();
	}

	@AfterAll
	void close() {
		this.lines.values().forEach(Line::thaw);
		this.system.part(Mood.class).become(Mood.Kind.WELL);
		this.shop.close();
		this.lines.values().forEach(Line::close);
	}

}
