package dev.cleave.checker;

import java.util.List;

import dev.cleave.checker.Invariant.Query;

/// I7: how much there is was told as it is, and what became low or recovered was told once for each time.
final class LevelInvariants {

	/// How much there is of each product.
	static final String LEVELS = """
			SELECT product.sku, coalesce(sum(on_hand), 0) AS on_hand, coalesce(sum(reserved), 0) AS reserved,
				low_stock_at AS low_at, coalesce(sum(sequence), 0) AS version
			FROM inventory.product LEFT JOIN inventory.stock ON stock.sku = product.sku GROUP BY product.sku, low_stock_at
			""";

	private static final Query CURRENT = new Query("inventory", """
			SELECT sku, (on_hand, reserved, low_at, version)::text FROM (%s) level
			""".formatted(LEVELS));

	private static final Invariant SAID = Invariant.same("I7", "inventory last told of each product what there is",
			CURRENT, new Query("inventory", """
					SELECT DISTINCT ON (subject) subject,
						(data::json ->> 'onHand', data::json ->> 'reserved', data::json ->> 'lowAt',
							data::json ->> 'version')::text
					FROM inventory.event_log WHERE type = 'inventory.StockLevelChanged.v1'
					ORDER BY subject, sequence DESC
					"""));

	private static final Invariant REMEMBERED = Invariant.same("I7", "inventory remembers what it told of each product",
			CURRENT, new Query("inventory", """
					SELECT sku, (on_hand, reserved, low_at, version)::text FROM inventory.stock_told
					"""));

	private static final Invariant ALTERNATING = Invariant.none("I7",
			"a product runs low and recovers in turns, beginning with the former", "inventory", """
					SELECT * FROM (
						SELECT subject, sequence, type, lag(type, 1, 'inventory.StockRecovered.v1') OVER (
							PARTITION BY subject ORDER BY sequence) AS before
						FROM inventory.event_log
						WHERE type IN ('inventory.StockRanLow.v1', 'inventory.StockRecovered.v1')) crossing
					WHERE type = before
					""");

	private static final Invariant LOW = Invariant.same("I7", "the products that are low are those that ran low last",
			new Query("inventory", """
					SELECT sku, 'low' FROM (%s) level WHERE on_hand - reserved < low_at
					""".formatted(LEVELS)), new Query("inventory", """
					SELECT subject, 'low' FROM (
						SELECT DISTINCT ON (subject) subject, type FROM inventory.event_log
						WHERE type IN ('inventory.StockRanLow.v1', 'inventory.StockRecovered.v1')
						ORDER BY subject, sequence DESC) crossing
					WHERE type = 'inventory.StockRanLow.v1'
					"""));

	static final List<Invariant> ALL = List.of(SAID, REMEMBERED, ALTERNATING, LOW);

	private LevelInvariants() {
	}

}
