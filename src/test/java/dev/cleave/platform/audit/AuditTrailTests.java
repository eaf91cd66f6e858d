package dev.cleave.platform.audit;

import java.time.Clock;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

import static org.assertj.core.api.Assertions.assertThat;

/// Who did what, when and from where.
class AuditTrailTests {

	private final AuditDatabase database = new AuditDatabase();

	private final AuditTrail trail = this.database.trail(new Ration(3, 5, Clock.systemUTC()));

	@AfterEach
	void leaveTheTrace() {
		MDC.remove("traceId");
	}

	@Test
	void saysWhoDidWhatAndWhenAndFromWhere() {
		MDC.put("traceId", "0af7651916cd43dd8448eb211c80319c");

		this.trail.record(Deed.done("shelf.moved", "shelf:7").because("dust").with("units", 3).with("forced", true));

		assertThat(this.database.entries()).singleElement().satisfies((entry) -> {
			assertThat(entry).containsEntry("actor_kind", "ACCOUNT")
				.containsEntry("actor", "ada")
				.containsEntry("action", "shelf.moved")
				.containsEntry("subject", "shelf:7")
				.containsEntry("outcome", "DONE")
				.containsEntry("reason", "dust")
				.containsEntry("address", "192.0.2.7")
				.containsEntry("trace", "0af7651916cd43dd8448eb211c80319c")
				.containsEntry("details", "{\"forced\":\"true\",\"units\":\"3\"}");
			assertThat(entry.get("time")).isNotNull();
		});
	}

	@Test
	void standsOnlyIfTheDeedDoes() {
		this.database.transactions().executeWithoutResult((tx) -> {
			this.trail.record(Deed.done("shelf.moved", "shelf:7"));
			tx.setRollbackOnly();
		});

		assertThat(this.database.entries()).isEmpty();
	}

	@Test
	void keepsABoundedNumberOfRefusals() {
		IntStream.range(0, 20).forEach((_) -> this.trail.refused(Deed.refused("access.refused", "GET /shelves")));

		assertThat(this.database.entries()).hasSizeBetween(3, 6)
			.allSatisfy((entry) -> assertThat(entry).containsEntry("outcome", "REFUSED"));
	}

	@Test
	void refusesNobodyAnAnswerBecauseNothingCanBeWrittenDown() {
		this.database.jdbc().sql("DROP TABLE audit_entry").update();

		this.trail.refused(Deed.refused("access.refused", "GET /shelves"));

		assertThat(this.database.jdbc().sql("SELECT count(*) FROM audit_unsealed").query(Long.class).single()).isZero();
	}

	@Test
	void isOneLineWhateverSomebodySays() {
		var forged = "dust\r\n2026-01-01 root \u001b[31mdid it\u2028\u0000";

		this.trail.record(Deed.done("shelf.moved", forged).because(forged).with("note", forged));

		assertThat(this.database.entries()).singleElement()
			.satisfies((entry) -> assertThat(entry.values().stream().map(String::valueOf))
				.noneMatch((text) -> text.codePoints().anyMatch(Character::isISOControl) || text.contains("\\u")
						|| text.contains("\u2028")));
	}

}
