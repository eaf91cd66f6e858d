package dev.cleave.checker;

import java.util.List;

/// I4 and I11: an order's path is one of the state machine's, and its total is the sum of its lines.
final class OrderInvariants {

	private static final Invariant SETTLED = Invariant.none("I4", "no order is left unsettled", "orders", """
			SELECT id, placed_at FROM orders.orders WHERE status = 'PENDING'
			""");

	private static final Invariant LEGAL = Invariant.none("I4", "an order's history is a path of the state machine",
			"orders", """
					SELECT * FROM (
						SELECT order_id, sequence, row_number() OVER path AS expected_sequence,
							lag(status) OVER path AS before, status
						FROM orders.order_timeline
						WINDOW path AS (PARTITION BY order_id ORDER BY sequence)) step
					WHERE sequence <> expected_sequence OR (coalesce(before, ''), status) NOT IN (
						VALUES ('', 'PENDING'), ('PENDING', 'CONFIRMED'), ('PENDING', 'REJECTED'),
							('PENDING', 'CANCELLED'), ('CONFIRMED', 'PAID'), ('CONFIRMED', 'CANCELLED'),
							('CONFIRMED', 'EXPIRED'), ('PAID', 'SHIPPED'), ('PAID', 'PARTLY_SHIPPED'),
							('PAID', 'CANCELLED'), ('PARTLY_SHIPPED', 'SHIPPED'),
							('PARTLY_SHIPPED', 'PARTLY_SHIPPED'), ('SHIPPED', 'DELIVERED'),
							('DELIVERED', 'RETURNED'), ('DELIVERED', 'PARTLY_RETURNED'),
							('PARTLY_RETURNED', 'PARTLY_RETURNED'), ('PARTLY_RETURNED', 'RETURNED'))
					""");

	private static final Invariant COUNTED = Invariant.none("I4", "an order stands where its history ends", "orders",
			"""
					SELECT id, orders.status, ended, version, steps FROM orders.orders
					FULL JOIN (
						SELECT order_id AS id, max(sequence) AS steps,
							(array_agg(status ORDER BY sequence DESC))[1] AS ended
						FROM orders.order_timeline GROUP BY order_id) timeline USING (id)
					WHERE orders.status IS DISTINCT FROM ended OR version IS DISTINCT FROM steps
					""");

	private static final Invariant EXPLAINED = Invariant.none("I4", "whoever is turned away is told why", "orders", """
			SELECT id, status, rejection FROM orders.orders
			WHERE (status = 'REJECTED') <> (rejection IS NOT NULL)
			""");

	private static final Invariant ADDED_UP = Invariant.none("I11", "an order's total is the sum of its lines",
			"orders", """
					SELECT id, total, sum FROM orders.orders
					LEFT JOIN (
						SELECT order_id AS id, sum(quantity * unit_price) AS sum FROM orders.order_line
						GROUP BY order_id) lines
					USING (id)
					WHERE total IS DISTINCT FROM sum
					""");

	private static final Invariant NUMBERED = Invariant.none("I11", "the lines of an order are numbered without a gap",
			"orders", """
					SELECT order_id, min(line), max(line), count(*) FROM orders.order_line
					GROUP BY order_id HAVING min(line) <> 1 OR max(line) <> count(*) OR min(quantity) < 1
					""");

	static final List<Invariant> ALL = List.of(SETTLED, LEGAL, COUNTED, EXPLAINED, ADDED_UP, NUMBERED);

	private OrderInvariants() {
	}

}
