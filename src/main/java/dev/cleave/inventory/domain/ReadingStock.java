package dev.cleave.inventory.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.cleave.inventory.domain.StockFigures.AtLocation;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;

/// Tells how much there is of a product, how much there was, and why.
@Service
public class ReadingStock {

	/// Times rise with the sequence within a shelf, so the last movement before a moment
	/// is found by halving: some twenty
	/// looks at the primary key for a million movements, and no index for it to keep.
	private static final String AT = """
			WITH RECURSIVE search AS (
				SELECT location, 0::bigint AS low, sequence AS high FROM stock WHERE sku = :sku
				UNION ALL
				SELECT search.location, CASE WHEN time <= :moment THEN sequence ELSE low END,
					CASE WHEN time <= :moment THEN high ELSE sequence - 1 END
				FROM search JOIN movement
					ON sku = :sku AND movement.location = search.location AND sequence = (low + high + 1) / 2
				WHERE low < high
			)
			SELECT location, on_hand_after AS on_hand, reserved_after AS reserved, sequence,
				(SELECT coalesce(sum(sent), 0) FROM transfer WHERE sku = :sku AND sent_at <= :moment
					AND (received_at IS NULL OR received_at > :moment)) AS in_transit
			FROM search JOIN movement USING (location)
			WHERE low = high AND sku = :sku AND sequence = low
			""";

	private static final String NOW = """
			SELECT location, on_hand, reserved, sequence,
				(SELECT coalesce(sum(sent), 0) FROM transfer WHERE sku = :sku AND received IS NULL) AS in_transit
			FROM stock WHERE sku = :sku
			""";

	private static final String ENTRIES = """
			SELECT location, sequence, type, quantity, on_hand_after, reserved_after, reason, actor, reference, time
			FROM movement WHERE sku = ? AND (location, sequence) > (?, ?) ORDER BY location, sequence LIMIT ?
			""";

	private final JdbcClient jdbc;

	private final Catalogue catalogue;

	ReadingStock(JdbcClient jdbc, Catalogue catalogue) {
		this.jdbc = jdbc;
		this.catalogue = catalogue;
	}

	/// Nothing for an unknown product.
	public Optional<StockFigures> now(String sku) {
		return figures(sku, this.jdbc.sql(NOW).param("sku", sku));
	}

	/// As the ledger has it, with all movements of that moment.
	public Optional<StockFigures> at(String sku, Instant moment) {
		return figures(sku, this.jdbc.sql(AT).param("sku", sku).param("moment", moment.atOffset(ZoneOffset.UTC)));
	}

	/// The ledger of a product by location and sequence; nothing for an unknown product.
	///
	/// @param afterLocation where the last entry seen was; null at first
	public Optional<List<LedgerEntry>> entries(String sku, @Nullable String afterLocation, long afterSequence,
			int limit) {
		var entries = this.jdbc.sql(ENTRIES)
			.param(sku)
			.param((afterLocation != null) ? afterLocation : "")
			.param(afterSequence)
			.param(limit)
			.query((row, number) -> entry(row))
			.list();
		return (entries.isEmpty() && !this.catalogue.has(sku)) ? Optional.empty() : Optional.of(entries);
	}

	private Optional<StockFigures> figures(String sku, StatementSpec statement) {
		var locations = new ArrayList<AtLocation>();
		var inTransit = new long[1];
		statement.query(row -> {
			locations.add(figures(row));
			inTransit[0] = row.getLong("in_transit");
		});
		return (locations.isEmpty() && !this.catalogue.has(sku)) ? Optional.empty()
				: Optional.of(new StockFigures(sku, locations, inTransit[0]));
	}

	private static AtLocation figures(ResultSet row) throws SQLException {
		return new AtLocation(row.getString("location"), row.getLong("on_hand"), row.getLong("reserved"),
				row.getLong("sequence"));
	}

	private static LedgerEntry entry(ResultSet row) throws SQLException {
		return new LedgerEntry(row.getString("location"), row.getLong("sequence"),
				MovementType.valueOf(row.getString("type")), row.getLong("quantity"), row.getLong("on_hand_after"),
				row.getLong("reserved_after"), row.getString("reason"), row.getString("actor"),
				row.getString("reference"), row.getObject("time", OffsetDateTime.class).toInstant());
	}

}
