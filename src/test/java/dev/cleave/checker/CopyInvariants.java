package dev.cleave.checker;

import java.util.List;

import dev.cleave.checker.Invariant.Query;

/// I10, too: what reporting has copied to make its sums of is what the others know, row by row.
final class CopyInvariants {

	private static final Invariant SALES = Invariant.same("I10", "a sale is what became of its order",
			new Query("orders",
					"""
							SELECT id::text, (total, units, returned_units, returned, coalesce(refunded, 0),
								CASE WHEN status = 'PENDING' THEN 'PLACED' WHEN status IN ('REJECTED', 'CANCELLED', 'EXPIRED')
									THEN 'DROPPED' ELSE 'COUNTED' END)::text
							FROM orders.orders
							JOIN (SELECT order_id AS id, sum(quantity) AS units, sum(returned) AS returned_units,
								sum(returned * unit_price) AS returned FROM orders.order_line GROUP BY 1) lines USING (id)
							LEFT JOIN (SELECT order_id AS id, sum(amount) AS refunded FROM orders.refund GROUP BY 1) given USING (id)
							"""),
			new Query("reporting", """
					SELECT order_id, (total, units, returned_units, returned, refunded, state)::text
					FROM reporting.sale JOIN reporting.serving USING (generation)
					"""));

	private static final Invariant LINES = Invariant
		.same("I10", "the lines of a sale are those of its order", new Query("orders", """
				SELECT order_id::text,
					md5(string_agg((line, sku, quantity, quantity * unit_price, returned)::text, ',' ORDER BY line))
				FROM orders.order_line GROUP BY order_id
				"""), new Query("reporting", """
				SELECT order_id, md5(string_agg((line, sku, units, revenue, returned_units)::text, ',' ORDER BY line))
				FROM reporting.sale_line JOIN reporting.serving USING (generation) GROUP BY order_id
				"""));

	private static final Invariant NAMES = Invariant.same("I10", "reports call products what inventory calls them",
			new Query("inventory", "SELECT sku, name FROM inventory.product"), new Query("reporting",
					"SELECT sku, name FROM reporting.product JOIN reporting.serving USING (generation)"));

	private static final Invariant LEVELS = Invariant.same("I10", "reports know how much there is of each product",
			new Query("inventory", """
					SELECT sku, (on_hand, reserved, low_at, version)::text FROM (%s) level
					""".formatted(LevelInvariants.LEVELS)), new Query("reporting", """
					SELECT sku, (on_hand, reserved, low_at, version)::text
					FROM reporting.stock_level JOIN reporting.serving USING (generation)
					"""));

	static final List<Invariant> ALL = List.of(SALES, LINES, NAMES, LEVELS);

	private CopyInvariants() {
	}

}
