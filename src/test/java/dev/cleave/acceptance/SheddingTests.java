package dev.cleave.acceptance;

import java.util.List;
import java.util.stream.IntStream;

import dev.cleave.platform.security.AccessRules;
import dev.cleave.platform.web.Urgency;
import dev.cleave.reporting.web.TroublesomeReport;
import dev.cleave.reporting.web.TroublesomeReport.Mood;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;

import static dev.cleave.acceptance.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

/// That a node that has too much to do sends away what is less urgent, before it does anything for it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SheddingTests {

	/// Of which one module may take three.
	private static final int LIMIT = 4;

	private final StartedShop system = StartedShop.start(
			Topology.ONE_DATABASE.databases(), List.of("--cleave.web.requests.floor=" + LIMIT,
					"--cleave.web.requests.ceiling=" + LIMIT, "--cleave.security.callers.person-per-second=2"),
			TroublesomeReport.class, UrgentReport.class);

	private final Shop shop = new Shop(this.system);

	private final Mood mood = this.system.part(Mood.class);

	@Test
	void sendsAwayWhatIsNotUrgentBeforeAnythingIsDone() {
		var customer = this.shop.customer();
		var session = customer.cookies().get("SESSION");
		var before = Redis.session(session);
		fill();

		var refusals = List.of(customer.get("/orders").onceAtAll(),
				this.shop.stranger().carrying("no token").get("/orders").onceAtAll(),
				this.shop.stranger().post("/auth/session").body("application/json", "no JSON").onceAtAll(),
				this.shop.stranger().get("/reports/sales").onceAtAll());

		assertThat(refusals).allSatisfy((refusal) -> {
			refusal.expectProblem(503, "busy");
			assertThat(refusal.header("Retry-After")).matches("[1-3]");
			assertThat(refusal.header("Cleave-Outcome")).isEqualTo("none");
			assertThat(refusal.header("Set-Cookie")).isNull();
		});
		assertThat(Redis.session(session)).as("the session").isNotEmpty().isEqualTo(before);
		assertThat(promisesABodyOnly().status()).as("before a byte of the body has come").isEqualTo(503);
		assertThat(metrics()).contains("cleave_requests_refused_total{urgency=\"low\"} 1.0");
		empty();
		customer.get("/orders").send().expect(200);
	}

	@Test
	void servesWhatIsUrgentMeanwhileAndSaysThatItIsWell() {
		fill();

		this.shop.stranger().post("/payments/callbacks").json("{}").onceAtAll().expect(400, 401);
		this.shop.stranger().ask("GET", "/readyz").onceAtAll().expect(200);
		this.shop.stranger().ask("GET", "/livez").onceAtAll().expect(200);
		empty();
	}

	@Test
	void refusesAPersonWhoAsksForTooMuch() {
		var customer = this.shop.customer();

		var answers = IntStream.range(0, 20).mapToObj((_) -> customer.get("/auth/session").onceAtAll()).toList();

		assertThat(answers).filteredOn((answer) -> answer.status() == 429).isNotEmpty().allSatisfy((refusal) -> {
			refusal.expectProblem(429, "too-many-requests");
			assertThat(refusal.header("Retry-After")).isEqualTo("1");
		});
	}

	private RawConnection.Reply promisesABodyOnly() {
		return new RawConnection(this.system.nodes().getFirst())
			.send("POST /api/v1/orders HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
					+ "Content-Length: 60000\r\n\r\n", 1);
	}

	/// Only what is most urgent finds a place then.
	private void fill() {
		this.mood.become(Mood.Kind.BLOCKED);
		IntStream.range(1, LIMIT)
			.forEach((_) -> Thread.ofVirtual()
				.start(() -> this.shop.stranger().ask("GET", TroublesomeReport.PATH).unchecked()));
		eventually(() -> assertThat(metrics()).contains("cleave_requests_at_work 3.0"));
	}

	private void empty() {
		this.mood.become(Mood.Kind.WELL);
		eventually(() -> assertThat(metrics()).contains("cleave_requests_at_work 0.0"));
	}

	private String metrics() {
		return new Visitor(new Door(List.of(this.system.management()))).ask("GET", "/actuator/prometheus")
			.unchecked()
			.text();
	}

	@AfterAll
	void close() {
		this.mood.become(Mood.Kind.WELL);
		this.shop.close();
	}

	/// Has the report that blocks come first.
	static class UrgentReport {

		@Bean
		AccessRules urgentReport() {
			return (routes) -> routes.urgency(Urgency.CRITICAL, HttpMethod.GET, TroublesomeReport.PATH);
		}

	}

}
