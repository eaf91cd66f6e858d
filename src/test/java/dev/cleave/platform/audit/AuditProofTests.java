package dev.cleave.platform.audit;

import java.time.Clock;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/// Whether the audit trail gives away everybody who meddles with it, even with all rights in the database.
@Tag("S32")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditProofTests {

	private static final int ENTRIES = 1_203;

	private final AuditDatabase database = new AuditDatabase();

	private final JdbcClient jdbc = this.database.jdbc();

	private final Sealer sealer = new Sealer(this.jdbc, this.database.transactions());

	private Verification verification;

	@BeforeAll
	void live() {
		var trail = this.database.trail(new Ration(1, 1, Clock.systemUTC()));
		IntStream.range(0, ENTRIES)
			.forEach((number) -> trail.record(Deed.done("shelf.moved", "shelf:" + number % 10)
				.because((number % 2 == 0) ? "dust" : null)
				.with("units", number)));
		this.sealer.seal();
		this.jdbc.sql("CREATE SCHEMA kept").update();
		for (var table : new String[] { "entry", "unsealed", "link", "head" }) {
			this.jdbc.sql("CREATE TABLE kept.%1$s AS SELECT * FROM audit_%1$s".formatted(table)).update();
		}
	}

	@BeforeEach
	void verifyOnce() {
		this.verification = new Verification(this.jdbc, Clock.systemUTC());
		assertThat(this.verification.verify().first()).isEmpty();
	}

	@AfterEach
	void restore() {
		this.jdbc.sql("TRUNCATE audit_entry, audit_unsealed, audit_link, audit_head").update();
		this.jdbc.sql("INSERT INTO audit_entry OVERRIDING SYSTEM VALUE SELECT * FROM kept.entry").update();
		this.jdbc.sql("INSERT INTO audit_unsealed SELECT * FROM kept.unsealed").update();
		this.jdbc.sql("INSERT INTO audit_link SELECT * FROM kept.link").update();
		this.jdbc.sql("INSERT INTO audit_head SELECT * FROM kept.head").update();
	}

	@Test
	void findsNothingWhereAllIsRight() {
		var verdict = this.verification.verify();

		assertThat(verdict.isClean()).isTrue();
		assertThat(verdict.entries()).isEqualTo(ENTRIES);
		assertThat(verdict.head()).isNotEqualTo("0".repeat(64)).hasSize(64);
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|',
			textBlock = """
					UPDATE audit_entry SET reason = 'rust' WHERE id = 7                                    | 7 | 7 | changed
					UPDATE audit_entry SET reason = '' WHERE id = 8                                        | 8 | 8 | changed
					UPDATE audit_entry SET actor = 'bob' WHERE id = 7                                      | 7 | 7 | changed
					UPDATE audit_entry SET actor_kind = 'CLIENT' WHERE id = 7                              | 7 | 7 | changed
					UPDATE audit_entry SET action = 'shelf.dusted' WHERE id = 7                            | 7 | 7 | changed
					UPDATE audit_entry SET subject = 'shelf:1' WHERE id = 7                                | 7 | 7 | changed
					UPDATE audit_entry SET outcome = 'REFUSED' WHERE id = 7                                | 7 | 7 | changed
					UPDATE audit_entry SET address = '198.51.100.1' WHERE id = 7                           | 7 | 7 | changed
					UPDATE audit_entry SET trace = 'another' WHERE id = 7                                  | 7 | 7 | changed
					UPDATE audit_entry SET details = '{"units":"60"}' WHERE id = 7                         | 7 | 7 | changed
					UPDATE audit_entry SET time = time + interval '1 microsecond' WHERE id = 7             | 7 | 7 | changed
					DELETE FROM audit_entry WHERE id = 7                                                   | 7 | 7 | the entry was removed
					DELETE FROM audit_link WHERE sequence = 7                                              |   | 7 | removed
					DELETE FROM audit_link WHERE sequence = 7                                              | 7 |   | waits for none
					WITH gone AS (DELETE FROM audit_link WHERE sequence = 7) DELETE FROM audit_entry WHERE id = 7 |  | 7 | removed
					UPDATE audit_link SET hash = sha256(hash) WHERE sequence = 7                           | 7 | 7 | changed
					UPDATE audit_link SET hash = sha256(hash) WHERE sequence = 7                           |   | 8 | follow
					UPDATE audit_link SET previous = sha256(previous) WHERE sequence = 7                   |   | 7 | follow
					UPDATE audit_link SET entry = CASE entry WHEN 7 THEN -1 ELSE entry END                 | -1 | 7 | removed
					DELETE FROM audit_link WHERE sequence = 1203                                           |   | 1202 | the chain ends here
					WITH gone AS (DELETE FROM audit_link WHERE sequence > 1200) DELETE FROM audit_entry WHERE id > 1200 |  | 1200 | the chain ends here
					UPDATE audit_head SET sequence = 1200, hash = (SELECT hash FROM audit_link WHERE sequence = 1200) |  | 1201 | beyond
					UPDATE audit_head SET hash = sha256(hash)                                              |   | 1203 | the chain ends here
					DELETE FROM audit_head                                                                 |   |   | end was removed
					INSERT INTO audit_entry (actor_kind, action, subject, outcome) VALUES ('SYSTEM', 'shelf.moved', 'shelf:1', 'DONE') | * |  | waits for none
					INSERT INTO audit_unsealed (entry) VALUES (99999)                                      | 99999 |  | removed before
					WITH old AS (INSERT INTO audit_entry (time, actor_kind, action, subject, outcome) VALUES (now() - interval '1 hour', 'SYSTEM', 'x', 'x', 'DONE') RETURNING id) INSERT INTO audit_unsealed SELECT id FROM old | * |  | waits for its link
					""")
	void findsAndNames(String tampering, String entry, Long link, String words) {
		tamper(tampering);

		assertThat(this.verification.verify().first()).anySatisfy((found) -> {
			assertThat(found.what()).contains(words);
			assertThat(found.link()).isEqualTo(link);
			if (!"*".equals(entry)) {
				assertThat(found.entry()).isEqualTo((entry != null) ? Long.valueOf(entry) : null);
			}
		});
	}

	@Test
	void remembersWhatSomebodyCutOffWithAllTracesOfIt() {
		tamper("""
				WITH gone AS (DELETE FROM audit_link WHERE sequence > 1200), entries AS (DELETE FROM audit_entry WHERE id > 1200)
				UPDATE audit_head SET sequence = 1200, hash = (SELECT hash FROM audit_link WHERE sequence = 1200)
				""");

		assertThat(this.verification.verify().first()).singleElement()
			.satisfies((found) -> assertThat(found.link()).isEqualTo(1203));
	}

	@Test
	void remembersWhatSomebodyMadeAnewFromTheFirstLinkOn() {
		this.jdbc.sql("TRUNCATE audit_link").update();
		this.jdbc.sql("UPDATE audit_head SET sequence = 0, hash = decode(repeat('00', 32), 'hex')").update();
		this.jdbc.sql("UPDATE audit_entry SET actor = 'bob' WHERE id = 7").update();
		this.jdbc.sql("INSERT INTO audit_unsealed SELECT id FROM audit_entry").update();
		this.sealer.seal();

		var found = this.verification.verify();

		assertThat(found.entries()).isEqualTo(ENTRIES);
		assertThat(found.first()).singleElement()
			.satisfies((one) -> assertThat(one.what()).contains("no longer what it was"));
	}

	private void tamper(String sql) {
		assertThat(this.jdbc.sql(sql).update()).isPositive();
	}

}
