package dev.cleave.inventory.domain;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import dev.cleave.inventory.InventoryTest;
import dev.cleave.inventory.commands.Line;
import dev.cleave.inventory.commands.ReleaseStock;
import dev.cleave.inventory.commands.ReservationCommand;
import dev.cleave.inventory.commands.ReserveStock;
import dev.cleave.platform.messaging.Message;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Whether the ledger gives away everybody who meddles with it, even with all rights in the database.
@InventoryTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerProofTests {

	@Autowired
	private ImportingProducts importing;

	@Autowired
	private BookingStock booking;

	@Autowired
	private ReservingStock reserving;

	@Autowired
	private VerifyingLedger verifying;

	@Autowired
	private LedgerWatch watch;

	@Autowired
	private LedgerVerdicts verdicts;

	@Autowired
	private MeterRegistry meters;

	@Autowired
	private Environment environment;

	@LocalManagementPort
	private int port;

	private String sku;

	/// Five movements in main: 100 received, 13 reserved, 5 reserved, those 5 released, 3
	/// written off. One in the attic.
	@BeforeAll
	void tradeALittle() {
		this.sku = "proof-" + UUID.randomUUID();
		this.importing.take(List.of(new CatalogueLine(
				new ProductOffer(this.sku, "Cup", null, 100, "GBP", ProductStatus.ACTIVE, null), 100)), "test");
		carryOut(new ReserveStock("kept-" + this.sku, List.of(new Line(this.sku, 13))));
		carryOut(new ReserveStock("freed-" + this.sku, List.of(new Line(this.sku, 5))));
		carryOut(new ReleaseStock("freed-" + this.sku, "changed my mind"));
		this.booking.adjust(new StockMove(this.sku, "main", -3, "broken", "B-1", "me"));
		this.booking.receive(new StockMove(this.sku, "attic", 7, "delivery", "PO-9", "me"));
	}

	@Test
	void findsNothingInBooksThatNobodyMeddledWith() {
		var before = this.verifying.last();

		var verdict = this.verifying.verify().orElseThrow();

		assertThat(verdict.first()).isEmpty();
		assertThat(verdict.isClean()).isTrue();
		assertThat(verdict.movements()).isGreaterThanOrEqualTo(6);
		assertThat(verdict.shelves()).isGreaterThanOrEqualTo(2);
		assertThat(verdict.finishedAt()).isAfterOrEqualTo(verdict.startedAt());
		assertThat(this.verifying.last()).contains(verdict).isNotEqualTo(before);
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|',
			textBlock = """
					a quantity         | main | 3 | its hash fits neither                                     | UPDATE movement SET quantity = 6 WHERE sku = :sku AND sequence = 3
					a delta            | main | 5 | can't move on hand by -2                                  | UPDATE movement SET on_hand_delta = -2 WHERE sku = :sku AND sequence = 5
					both of them       | main | 5 | its hash fits neither                                     | UPDATE movement SET quantity = -2, on_hand_delta = -2 WHERE sku = :sku AND sequence = 5
					the balance after  | main | 2 | it says 101 on hand, but the movements add up to 100      | UPDATE movement SET on_hand_after = 101 WHERE sku = :sku AND sequence = 2
					what is reserved   | main | 4 | it says 12 reserved, but the movements add up to 13       | UPDATE movement SET reserved_after = 12 WHERE sku = :sku AND sequence = 4
					a reason           | main | 5 | its hash fits neither                                     | UPDATE movement SET reason = 'lost' WHERE sku = :sku AND sequence = 5
					an actor           | main | 5 | its hash fits neither                                     | UPDATE movement SET actor = 'you' WHERE sku = :sku AND sequence = 5
					a reference        | attic | 1 | its hash fits neither                                    | UPDATE movement SET reference = NULL WHERE sku = :sku AND location = 'attic'
					a type             | attic | 1 | its hash fits neither                                    | UPDATE movement SET type = 'RETURNED' WHERE sku = :sku AND location = 'attic'
					a cause            | main | 2 | its hash fits neither                                     | UPDATE movement SET cause = gen_random_uuid() WHERE sku = :sku AND sequence = 2
					a time             | main | 5 | its hash fits neither                                     | UPDATE movement SET time = time + interval '1 microsecond' WHERE sku = :sku AND sequence = 5
					a time backwards   | main | 3 | is before that of the movement before                     | UPDATE movement SET time = time - interval '1 day' WHERE sku = :sku AND sequence = 3
					a hash             | main | 3 | its hash fits neither                                     | UPDATE movement SET hash = decode(repeat('ab', 32), 'hex') WHERE sku = :sku AND sequence = 3
					one from between   | main | 3 | this movement is missing                                  | DELETE FROM movement WHERE sku = :sku AND sequence = 3
					some from between  | main | 2 | the movements 2 to 4 are missing                          | DELETE FROM movement WHERE sku = :sku AND sequence IN (2, 3, 4)
					the first          | main | 1 | this movement is missing                                  | DELETE FROM movement WHERE sku = :sku AND location = 'main' AND sequence = 1
					the last           | main | 5 | this movement is missing at the end                       | DELETE FROM movement WHERE sku = :sku AND sequence = 5
					all of them        | main | 1 | the movements 1 to 5 are missing at the end               | DELETE FROM movement WHERE sku = :sku AND location = 'main'
					the last and more  | main |   | another one than the shelf remembers                      | WITH gone AS (DELETE FROM movement WHERE sku = :sku AND sequence = 5) UPDATE stock SET sequence = 4, on_hand = 100 WHERE sku = :sku AND location = 'main'
					a forged one       | main | 6 | its hash fits neither                                     | INSERT INTO movement SELECT (jsonb_populate_record(m, '{"sequence":6, "cause":null, "on_hand_after":94}')).* FROM movement m WHERE sku = :sku AND sequence = 5
					a sixth of five    | main |   | counts 5 movements, but the ledger has 6                  | INSERT INTO movement SELECT (jsonb_populate_record(m, '{"sequence":6, "cause":null, "on_hand_after":94}')).* FROM movement m WHERE sku = :sku AND sequence = 5
					one on no shelf    | cave |   | there is no such shelf                                    | INSERT INTO movement SELECT (jsonb_populate_record(m, '{"location":"cave"}')).* FROM movement m WHERE sku = :sku AND location = 'attic'
					two, swapped       | main | 3 | its hash fits neither                                     | UPDATE movement SET sequence = 7 - sequence WHERE sku = :sku AND sequence IN (3, 4)
					stock on hand      | main |   | the shelf has 96 on hand, but its movements add up to 97  | UPDATE stock SET on_hand = on_hand - 1 WHERE sku = :sku AND location = 'main'
					stock reserved     | main |   | the shelf has 0 reserved, but its movements add up to 13  | UPDATE stock SET reserved = 0 WHERE sku = :sku AND location = 'main'
					stock's sequence   | attic | 2 | this movement is missing at the end                      | UPDATE stock SET sequence = 2 WHERE sku = :sku AND location = 'attic'
					stock's head       | attic |   | another one than the shelf remembers                     | UPDATE stock SET head = decode(repeat('ab', 32), 'hex') WHERE sku = :sku AND location = 'attic'
					a shelf            | attic |   | there is no such shelf                                   | DELETE FROM stock WHERE sku = :sku AND location = 'attic'
					a reserved line    | main |   | holds 12, but its movements add up to 13                  | UPDATE reservation_line SET quantity = 12 WHERE sku = :sku
					a reserved place   | attic |   | holds 13, but its movements add up to 0                  | UPDATE reservation_line SET location = 'attic' WHERE sku = :sku
					whose it is        | main |   | holds 0, but its movements add up to 13                   | DELETE FROM reservation_line WHERE sku = :sku
					whether it is open | main |   | holds 0, but its movements add up to 13                   | UPDATE reservation SET state = 'RELEASED' WHERE reference = concat('kept-', :sku)
					""")
	void namesWhatSomebodyMeddledWith(String what, String location, Long sequence, String said, String tampering)
			throws SQLException {
		try (var connection = DriverManager.getConnection(url(), "postgres", "")) {
			connection.setAutoCommit(false);
			var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
			jdbc.sql("SET LOCAL session_replication_role = replica").update();
			// The order of the keys does not matter to somebody who swaps them.
			jdbc.sql("ALTER TABLE movement DROP CONSTRAINT movement_pkey").update();
			assertThat(jdbc.sql(tampering).param("sku", this.sku).update()).as("rows meddled with").isPositive();

			var part = new ProvingLedger(new LedgerArchive(jdbc)).prove(ProvingLedger.BEGINNING).orElseThrow();

			assertThat(part.found()).allSatisfy(found -> assertThat(found.sku()).isEqualTo(this.sku));
			assertThat(part.found())
				.anySatisfy(found -> assertThat(found).satisfies(one -> assertThat(one.location()).isEqualTo(location))
					.satisfies(one -> assertThat(one.sequence()).isEqualTo(sequence))
					.satisfies(one -> assertThat(one.what()).contains(said)));
			connection.rollback();
		}
	}

	/// The first 1,200 shelves by name are empty ones, of which those around the ends of
	/// parts are meddled with.
	@Test
	void goesFromPartToPartWithoutAGap() throws SQLException {
		try (var connection = DriverManager.getConnection(url(), "postgres", "")) {
			connection.setAutoCommit(false);
			var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
			jdbc.sql("SET LOCAL session_replication_role = replica").update();
			jdbc.sql("""
					INSERT INTO stock (sku, location, on_hand)
					SELECT to_char(n, 'FM!0000'), 'main', CASE WHEN n IN (1, 499, 501, 1000, 1001) THEN 1 ELSE 0 END
					FROM generate_series(1, 1200) AS n
					""").update();
			jdbc.sql("""
					INSERT INTO movement SELECT (jsonb_populate_record(m, '{"sku":"!0500", "location":"main"}')).*
					FROM movement m WHERE sku = ? AND location = 'attic'
					""").param(this.sku).update();

			var proving = new ProvingLedger(new LedgerArchive(jdbc));
			var parts = new ArrayList<ProvenPart>();
			@Nullable Shelf after = ProvingLedger.BEGINNING;
			while (after != null) {
				var part = proving.prove(after).orElseThrow();
				parts.add(part);
				after = part.last();
			}

			assertThat(parts).hasSizeGreaterThan(2);
			assertThat(parts.stream().flatMap(part -> part.found().stream())).doesNotHaveDuplicates()
				.extracting(Discrepancy::sku)
				.containsOnly("!0001", "!0499", "!0500", "!0501", "!1000", "!1001");
			assertThat(parts.stream().mapToLong(ProvenPart::shelves).sum()).isEqualTo(count(jdbc, "stock"));
			assertThat(parts.stream().mapToLong(ProvenPart::movements).sum()).isEqualTo(count(jdbc, "movement"));
			connection.rollback();
		}
	}

	@Test
	void chainsWhatWasThereBeforeTheChain() throws SQLException, IOException {
		var migration = new ClassPathResource("db/migration/inventory/V4__hash_chain.sql")
			.getContentAsString(StandardCharsets.UTF_8);
		try (var connection = DriverManager.getConnection(url(), "postgres", "")) {
			connection.setAutoCommit(false);
			var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
			jdbc.sql("UPDATE movement SET hash = decode(repeat('00', 32), 'hex')").update();
			try (var statement = connection.createStatement()) {
				statement.execute(migration.substring(migration.indexOf("DO $$"),
						migration.indexOf("END $$;") + "END $$;".length()));
			}

			var part = new ProvingLedger(new LedgerArchive(jdbc)).prove(ProvingLedger.BEGINNING).orElseThrow();

			assertThat(part.found()).isEmpty();
			assertThat(part.movements()).isPositive();
			connection.rollback();
		}
	}

	@Test
	void raisesTheAlarmUntilItIsRight() {
		var owner = JdbcClient.create(new SingleConnectionDataSource(url(), "postgres", "", false));
		try {
			owner.sql("UPDATE stock SET on_hand = on_hand + 1 WHERE sku = ? AND location = 'attic'")
				.param(this.sku)
				.update();

			var verdict = this.verifying.verify().orElseThrow();
			this.watch.look();

			assertThat(verdict.discrepancies()).isOne();
			assertThat(verdict.first()).containsExactly(
					new Discrepancy(this.sku, "attic", null, "the shelf has 8 on hand, but its movements add up to 7"));
			assertThat(this.verdicts.last()).contains(verdict);
			assertThat(gauge("cleave.ledger.discrepancies")).isOne();
			assertThat(gauge("cleave.ledger.verified.movements")).isEqualTo(verdict.movements());
			assertThat(gauge("cleave.ledger.verified.seconds")).isEqualTo(verdict.finishedAt().getEpochSecond());
		}
		finally {
			owner.sql("UPDATE stock SET on_hand = on_hand - 1 WHERE sku = ? AND location = 'attic'")
				.param(this.sku)
				.update();
		}
		assertThat(this.verifying.verify().orElseThrow().isClean()).isTrue();
		this.watch.look();
		assertThat(gauge("cleave.ledger.discrepancies")).isZero();
	}

	@Test
	void showsOperatorsWhatItFoundAndVerifiesAgainWhenAsked() throws IOException, InterruptedException {
		var ledger = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/actuator/ledger".formatted(this.port)));
		try (var client = HttpClient.newHttpClient()) {
			var verified = client.send(ledger.POST(BodyPublishers.noBody()).build(), BodyHandlers.ofString());
			var shown = client.send(ledger.GET().build(), BodyHandlers.ofString());

			assertThat(verified.statusCode()).isEqualTo(200);
			assertThat(verified.body()).contains("\"discrepancies\":0", "\"first\":[]", "\"finishedAt\"");
			assertThat(shown.body()).isEqualTo(verified.body());
		}
	}

	@Test
	void leavesItToOneNodeAtATime() throws SQLException {
		try (var connection = DriverManager.getConnection(url(), "postgres", "")) {
			connection.setAutoCommit(false);
			var other = new LedgerArchive(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
			assertThat(other.claim()).isTrue();

			assertThat(this.verifying.verify()).isEmpty();

			connection.rollback();
		}
		assertThat(this.verifying.verify()).isPresent();
		assertThat(this.verifying.verify(() -> false)).isEmpty();
	}

	private static long count(JdbcClient jdbc, String table) {
		return jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
	}

	private double gauge(String name) {
		return this.meters.get(name).gauge().value();
	}

	private void carryOut(ReservationCommand command) {
		this.reserving.carryOut(List.of(new Message<>(UUID.randomUUID(), "test", "orders", command.reference(), 1,
				Instant.EPOCH, null, command)));
	}

	private String url() {
		return Objects.requireNonNull(this.environment.getProperty("spring.datasource.url"))
				+ "?currentSchema=inventory";
	}

}
