package dev.cleave.inventory.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeps the verdict on the ledger where every node finds it.
@Service
public class LedgerVerdicts {

	private static final String KEEP = """
			INSERT INTO ledger_check (id, started_at, finished_at, shelves, movements, discrepancies)
			VALUES (1, ?, clock_timestamp(), ?, ?, ?)
			ON CONFLICT (id) DO UPDATE SET started_at = EXCLUDED.started_at, finished_at = EXCLUDED.finished_at,
				shelves = EXCLUDED.shelves, movements = EXCLUDED.movements, discrepancies = EXCLUDED.discrepancies
			""";

	private static final String KEEP_FINDINGS = """
			INSERT INTO ledger_finding (place, sku, location, sequence, what)
			SELECT * FROM unnest(?::int[], ?::text[], ?::text[], ?::bigint[], ?::text[])
			""";

	private final JdbcClient jdbc;

	LedgerVerdicts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/// The last verdict; nothing before the first.
	public Optional<LedgerVerdict> last() {
		return this.jdbc.sql("SELECT started_at, finished_at, shelves, movements, discrepancies FROM ledger_check")
			.query((row, number) -> verdict(row))
			.optional();
	}

	/// Whether the last verdict is older than that, or there is none.
	boolean isDue(Duration interval) {
		return this.jdbc.sql("""
				SELECT NOT EXISTS (SELECT FROM ledger_check
					WHERE finished_at > clock_timestamp() - ? * interval '1 millisecond')
				""").param(interval.toMillis()).query(Boolean.class).single();
	}

	/// The time by the clock that times verdicts.
	Instant now() {
		return this.jdbc.sql("SELECT clock_timestamp()").query(OffsetDateTime.class).single().toInstant();
	}

	@Transactional("inventory")
	public LedgerVerdict keep(Instant startedAt, long shelves, long movements, long discrepancies,
			List<Discrepancy> first) {
		this.jdbc.sql(KEEP)
			.param(startedAt.atOffset(ZoneOffset.UTC))
			.param(shelves)
			.param(movements)
			.param(discrepancies)
			.update();
		this.jdbc.sql("DELETE FROM ledger_finding").update();
		this.jdbc.sql(KEEP_FINDINGS)
			.param(IntStream.range(0, first.size()).boxed().toArray(Integer[]::new))
			.param(Columns.texts(first, Discrepancy::sku))
			.param(Columns.texts(first, Discrepancy::location))
			.param(Columns.texts(first, Discrepancy::sequence))
			.param(Columns.texts(first, Discrepancy::what))
			.update();
		return last().orElseThrow();
	}

	private LedgerVerdict verdict(ResultSet row) throws SQLException {
		return new LedgerVerdict(instant(row, "started_at"), instant(row, "finished_at"), row.getLong("shelves"),
				row.getLong("movements"), row.getLong("discrepancies"), findings());
	}

	private List<Discrepancy> findings() {
		return this.jdbc.sql("SELECT sku, location, sequence, what FROM ledger_finding ORDER BY place")
			.query((row, number) -> new Discrepancy(row.getString("sku"), row.getString("location"),
					(Long) row.getObject("sequence"), row.getString("what")))
			.list();
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class)).toInstant();
	}

}
