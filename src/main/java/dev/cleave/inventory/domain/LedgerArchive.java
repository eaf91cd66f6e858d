package dev.cleave.inventory.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/// Reads the books as they stand, a range of shelves at a time: by SKU and location, beginning after one shelf and ending
/// with another.
@Repository
class LedgerArchive {

	private static final int FETCHED_AT_ONCE = 2_000;

	private static final String IN_RANGE = " (sku, location) > (?, ?) AND (?::text IS NULL OR (sku, location) <= (?, ?)) ";

	private static final String MOVEMENTS = """
			SELECT sku, location, sequence, type, quantity, on_hand_delta, reserved_delta, on_hand_after, reserved_after,
				reason, actor, reference, cause, line, time, hash
			FROM movement WHERE"""
			+ IN_RANGE + "ORDER BY sku, location, sequence";

	private final JdbcClient jdbc;

	LedgerArchive(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/// False if somebody else has claimed the archive, until their transaction ends.
	/// Those
	/// who prove it take turns only to
	/// save the work of doing so twice.
	boolean claim() {
		return this.jdbc.sql("SELECT pg_try_advisory_xact_lock(hashtext('ledger check'))")
			.query(Boolean.class)
			.single();
	}

	List<ShelfState> shelves(Shelf after, int limit) {
		return this.jdbc.sql("""
				SELECT sku, location, on_hand, reserved, sequence, head FROM stock
				WHERE (sku, location) > (?, ?) ORDER BY sku, location LIMIT ?
				""").param(after.sku()).param(after.location()).param(limit).query((row, number) -> state(row)).list();
	}

	/// Hands over every movement with its hash, shelf by shelf and in order.
	/// @param last the last shelf; null for all that follow
	void movements(Shelf after, @Nullable Shelf last, BiConsumer<LedgerRow, String> reader) {
		between(after, last, MOVEMENTS).withFetchSize(FETCHED_AT_ONCE).query(row -> {
			reader.accept(movement(row), Chain.ofBytes(row.getBytes("hash")));
		});
	}

	/// What open reservations hold, by shelf and reference.
	Map<Shelf, Map<String, Long>> held(Shelf after, @Nullable Shelf last) {
		var held = new HashMap<Shelf, Map<String, Long>>();
		between(after, last,
				"SELECT sku, location, reference, quantity FROM reservation_line JOIN reservation USING (reference)"
						+ " WHERE state = 'OPEN' AND" + IN_RANGE)
			.withFetchSize(FETCHED_AT_ONCE)
			.query(row -> {
				held.computeIfAbsent(shelf(row), _ -> new HashMap<>())
					.merge(row.getString("reference"), row.getLong("quantity"), Long::sum);
			});
		return held;
	}

	private StatementSpec between(Shelf after, @Nullable Shelf last, String sql) {
		return this.jdbc.sql(sql)
			.param(after.sku())
			.param(after.location())
			.param((last != null) ? last.sku() : null)
			.param((last != null) ? last.sku() : null)
			.param((last != null) ? last.location() : null);
	}

	private static Shelf shelf(ResultSet row) throws SQLException {
		return new Shelf(row.getString("sku"), row.getString("location"));
	}

	private static ShelfState state(ResultSet row) throws SQLException {
		return new ShelfState(shelf(row), row.getLong("on_hand"), row.getLong("reserved"), row.getLong("sequence"),
				Chain.ofBytes(row.getBytes("head")));
	}

	private static LedgerRow movement(ResultSet row) throws SQLException {
		return new LedgerRow(shelf(row), row.getLong("sequence"), row.getString("type"), row.getLong("quantity"),
				row.getLong("on_hand_delta"), row.getLong("reserved_delta"), row.getLong("on_hand_after"),
				row.getLong("reserved_after"), row.getString("reason"), row.getString("actor"),
				row.getString("reference"), row.getString("cause"), (Integer) row.getObject("line"),
				Objects.requireNonNull(row.getObject("time", OffsetDateTime.class)).toInstant());
	}

}
