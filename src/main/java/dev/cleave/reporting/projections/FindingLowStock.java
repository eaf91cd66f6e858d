package dev.cleave.reporting.projections;

import java.util.List;

import dev.cleave.platform.persistence.Lane;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Says of which products there is little, the scarcest first.
@Service
public class FindingLowStock {

	private static final String FIND = """
			SELECT l.sku, p.name, l.on_hand, l.reserved, l.available, l.low_at FROM stock_level l
			LEFT JOIN product p ON p.generation = l.generation AND p.sku = l.sku
			WHERE l.generation = (SELECT generation FROM serving) AND %s AND (l.available, l.sku) > (?, ?)
			ORDER BY l.available, l.sku LIMIT ?
			""";

	private final JdbcClient jdbc;

	FindingLowStock(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/// @param below how many available units are enough; null for what each product says
	/// itself
	/// @param after where the last page ended; null for the first one
	public List<StockLevel> find(@Nullable Long below, @Nullable Place after, int limit) {
		var place = (after != null) ? after : Place.FIRST;
		return Lane.BULK.call(() -> {
			var question = (below != null) ? this.jdbc.sql(FIND.formatted("l.available < ?")).param(below)
					: this.jdbc.sql(FIND.formatted("l.available < l.low_at"));
			return question.param(place.available())
				.param(place.sku())
				.param(limit)
				.query((row, number) -> new StockLevel(row.getString("sku"), row.getString("name"),
						row.getLong("on_hand"), row.getLong("reserved"), row.getLong("available"),
						row.getObject("low_at", Long.class)))
				.list();
		});
	}

	/// A place in the list: behind it come those with more units, or the same and a later
	/// SKU.
	public record Place(long available, String sku) {

		private static final Place FIRST = new Place(Long.MIN_VALUE, "");

	}

}
