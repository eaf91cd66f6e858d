package dev.cleave.acceptance;

import java.time.Duration;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import static dev.cleave.acceptance.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

/// How reports are made anew, and who may have it done.
@AcceptanceTest
class RebuildTests {

	private static final String PATH = "/reports/rebuild";

	private final Shop shop;

	private final Rebuilder rebuilder;

	private final LocalDate day = LocalDate.of(2002, 1, 1).plusDays(Words.below(1_500));

	RebuildTests(Shop shop) {
		this.shop = shop;
		this.rebuilder = new Rebuilder(shop.administrator(), Patience.DEFAULT);
	}

	@Test
	@InSplit
	void takesOverWithTheSameFigures() {
		var sku = this.shop.clerk().offers("Rebuilt", 100, 10);
		this.shop.clerk()
			.importOrders(ImportedOrder.of(this.day + "T12:00:00Z", "Ada", "EIRE", sku, 3, 100).line())
			.expect(200);
		eventually(() -> assertThat(unitsSold()).isEqualTo(3));
		var begun = this.rebuilder.begin().expect(202);

		assertThat(begun.header("Location")).isEqualTo(Visitor.API + PATH);
		assertThat(begun.text("/status")).isEqualTo("building");
		this.rebuilder.awaitServing(begun.number("/generation"), Duration.ofSeconds(30));

		assertThat(unitsSold()).isEqualTo(3);
		var served = this.rebuilder.look();
		assertThat(served.text("/switchedAt")).isGreaterThanOrEqualTo(served.text("/startedAt"));
		assertThat(served.at("/progress")).isNotEmpty()
			.allSatisfy((each) -> assertThat(each.path("target").asLong()).isEqualTo(each.path("position").asLong()));
	}

	@Test
	void answersARepeatAsTheFirstTime() {
		var call = this.shop.administrator().post(PATH);
		var first = call.send().expect(202);
		var again = call.send().expect(202);

		assertThat(again.text()).isEqualTo(first.text());
		assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
		this.rebuilder.awaitServing(first.number("/generation"), Duration.ofSeconds(30));
	}

	/// A small shop is rebuilt in a moment, so the second wish may come too late.
	@Test
	void buildsOneAtATime() {
		eventually(() -> {
			var first = this.rebuilder.begin().expect(202);
			var second = this.rebuilder.begin();
			this.rebuilder.awaitServing(Math.max(first.number("/generation"), second.number("/generation")),
					Duration.ofSeconds(30));
			second.expectProblem(409, "rebuild-running");
			assertThat(second.header("Location")).isEqualTo(Visitor.API + PATH);
		});
	}

	@Test
	void canBeAbandoned() {
		var serving = this.rebuilder.look();
		this.shop.administrator().delete(PATH).send().expectProblem(428, "if-match-missing");
		this.rebuilder.abandon(serving).expectProblem(409, "rebuild-not-running");

		eventually(() -> {
			var begun = this.rebuilder.begin().expect(202);
			this.rebuilder.abandon(serving).expect(412, 409);
			var abandoned = this.rebuilder.abandon(begun);
			this.shop.system().checker().ifPresent((checker) -> checker.awaitRest(Duration.ofSeconds(30)));
			abandoned.expect(204);
			assertThat(this.rebuilder.look().text("/status")).isEqualTo("serving");
		});
	}

	@Test
	void isForAdministratorsOnly() {
		this.shop.customer().post(PATH).send().expect(403);
		this.shop.machine("reports:read").post(PATH).send().expect(403);
		this.shop.machine("reports:read").delete(PATH).ifMatch("\"2\"").send().expect(403);
		this.shop.machine("reports:read").get(PATH).send().expect(200);
		this.shop.stranger().get(PATH).send().expect(401);
	}

	/// On a day on which nobody else sells.
	private long unitsSold() {
		return this.shop.administrator()
			.get("/reports/sales?from=" + this.day + "&to=" + this.day.plusDays(1))
			.send()
			.expect(200)
			.number("/total/units");
	}

}
