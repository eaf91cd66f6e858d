package dev.cleave.inventory.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import dev.cleave.inventory.domain.StockFigures.AtLocation;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
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
			SELECT location, on_hand_after AS on_hand, reserved_after AS reserved, sequence
			FROM search JOIN movement USING (location)
			WHERE low = high AND sku = :sku AND sequence = low
			""";

	private static final String ENTRIES = """
			SELECT * FROM movement WHERE sku = ? AND (location, sequence) > (?, ?) ORDER BY location, sequence LIMIT ?
			""";

	private final JdbcClient jdbc;

	private final Catalogue catalogue;

	ReadingStock(JdbcClient jdbc, Catalogue catalogue) {
		this.jdbc = jdbc;
		this.catalogue = catalogue;
	}

	/// Nothing for an unknown product.
	public Optional<StockFigures> now(String sku) {
		var locations = this.jdbc.sql("SELECT location, on_hand, reserved, sequence FROM stock WHERE sku = ?")
			.param(sku)
			.query((row, number) -> figures(row))
			.list();
		return figures(sku, locations);
	}

	/// As the ledger has it, with all movements of that moment.
	public Optional<StockFigures> at(String sku, Instant moment) {
		var locations = this.jdbc.sql(AT)
			.param("sku", sku)
			.param("moment", moment.atOffset(ZoneOffset.UTC))
			.query((row, number) -> figures(row))
			.list();
		return figures(sku, locations);
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

	private Optional<StockFigures> figures(String sku, List<AtLocation> locations) {
		return (locations.isEmpty() && !this.catalogue.has(sku)) ? Optional.empty()
				: Optional.of(new StockFigures(sku, locations));
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
