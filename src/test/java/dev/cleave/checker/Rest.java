package dev.cleave.checker;

import java.util.ArrayList;
import java.util.List;

/// Whether a shop has nothing left to do.
final class Rest {

	private static final String WAITING = """
			SELECT 'messages that wait in the outbox of %1$s' AS what, count(*) AS number FROM %1$s.outbox HAVING count(*) > 0
			UNION ALL
			SELECT 'messages parked by ' || subscription, count(*) FROM %1$s.parked WHERE state <> 'DEAD' GROUP BY subscription
			UNION ALL
			SELECT 'generations of %1$s that come or go', count(*) FROM %1$s.generation WHERE state IN ('BUILDING', 'OVER')
			HAVING count(*) > 0
			""";

	private static final String UNSETTLED = """
			SELECT 'unsettled orders' AS what, count(*) AS number FROM orders.orders WHERE status = 'PENDING' HAVING count(*) > 0
			""";

	private static final String UNTOLD = """
			SELECT 'products with a level that was not told' AS what, count(*) AS number FROM (%s) level
			LEFT JOIN inventory.stock_told USING (sku)
			WHERE (level.on_hand, level.reserved, level.low_at, level.version)
				IS DISTINCT FROM (stock_told.on_hand, stock_told.reserved, stock_told.low_at, stock_told.version)
			HAVING count(*) > 0
			""".formatted(LevelInvariants.LEVELS);

	private Rest() {
	}

	static List<String> unrest(Databases databases) {
		var unrest = new ArrayList<String>();
		for (var module : databases.modules()) {
			unrest.addAll(databases.found(module, WAITING.formatted(module)));
			unrest.addAll(Cursors.of(databases, module).behind());
			if (module.equals("inventory")) {
				unrest.addAll(databases.found(module, UNTOLD));
			}
			if (module.equals("orders")) {
				unrest.addAll(databases.found(module, UNSETTLED));
			}
		}
		return unrest;
	}

}
