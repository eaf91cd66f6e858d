package dev.cleave.reporting.projections;

import java.util.List;
import java.util.TreeMap;

import dev.cleave.inventory.events.StockLevelChanged;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeps how much there is of each product: what was told last.
@Service
public class CopyingStockLevels {

	private final JdbcClient jdbc;

	CopyingStockLevels(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Transactional("reporting")
	public void copy(int generation, List<StockLevelChanged> changes) {
		var latest = new TreeMap<String, StockLevelChanged>();
		changes.forEach(change -> latest.merge(change.sku(), change,
				(one, other) -> (other.version() < one.version()) ? one : other));
		var levels = latest.values();
		this.jdbc.sql("""
				INSERT INTO stock_level AS s (generation, sku, on_hand, reserved, low_at, version)
				SELECT ?, l.* FROM unnest(?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
					AS l (sku, on_hand, reserved, low_at, version) ORDER BY sku
				ON CONFLICT (generation, sku) DO UPDATE SET on_hand = EXCLUDED.on_hand, reserved = EXCLUDED.reserved,
					low_at = EXCLUDED.low_at, version = EXCLUDED.version
				WHERE s.version <= EXCLUDED.version
				""")
			.param(generation)
			.param(Columns.texts(levels, StockLevelChanged::sku))
			.param(Columns.numbers(levels, StockLevelChanged::onHand))
			.param(Columns.numbers(levels, StockLevelChanged::reserved))
			.param(levels.stream().map(StockLevelChanged::lowAt).toArray(Long[]::new))
			.param(Columns.numbers(levels, StockLevelChanged::version))
			.update();
	}

}
