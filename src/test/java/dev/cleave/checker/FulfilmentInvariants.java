package dev.cleave.checker;

import java.util.List;

import dev.cleave.checker.Invariant.Query;

/// I3, I4 and I7: how far the lines of an order have come is where it stands, what was told and what stock did.
final class FulfilmentInvariants {

	private static final Invariant MOVED = Invariant.same("I3", "what orders shipped and took back, stock did too",
			new Query("orders", """
					SELECT order_id::text, sku, (sum(shipped), sum(returned))::text FROM orders.order_line
					GROUP BY order_id, sku HAVING sum(shipped) > 0
					"""), new Query("inventory", """
					SELECT reference, sku, (coalesce(sum(quantity) FILTER (WHERE type = 'SHIPPED'), 0),
						coalesce(sum(quantity) FILTER (WHERE type = 'RETURNED'), 0))::text
					FROM inventory.movement JOIN inventory.reservation USING (reference)
					WHERE type IN ('SHIPPED', 'RETURNED') GROUP BY reference, sku
					"""));

	private static final Invariant STANDS = Invariant.none("I4", "an order stands where its lines have come", "orders",
			"""
					SELECT id, status, quantity, shipped, delivered, returned FROM orders.orders
					JOIN (
						SELECT order_id AS id, sum(quantity) AS quantity, sum(shipped) AS shipped,
							sum(delivered) AS delivered, sum(returned) AS returned
						FROM orders.order_line GROUP BY order_id) lines USING (id)
					WHERE status <> CASE WHEN shipped = 0 THEN
								CASE WHEN status IN ('PENDING', 'CONFIRMED', 'REJECTED', 'PAID', 'CANCELLED', 'EXPIRED')
									THEN status ELSE 'none of these' END
							WHEN shipped < quantity THEN 'PARTLY_SHIPPED' WHEN delivered < quantity THEN 'SHIPPED'
							WHEN returned = 0 THEN 'DELIVERED' WHEN returned < quantity THEN 'PARTLY_RETURNED'
							ELSE 'RETURNED' END
						OR returned > 0 AND delivered < quantity
					""");

	private static final Invariant TOLD = Invariant
		.same("I7", "orders told of all units that moved", new Query("orders", """
				SELECT order_id::text, line, (shipped, delivered, returned)::text FROM orders.order_line
				WHERE shipped > 0
				"""), new Query("orders",
				"""
						SELECT subject, portion ->> 'line',
							(coalesce(sum((portion ->> 'quantity')::bigint) FILTER (WHERE type = 'orders.OrderShipped.v1'), 0),
							coalesce(sum((portion ->> 'quantity')::bigint) FILTER (WHERE type = 'orders.OrderDelivered.v1'), 0),
							coalesce(sum((portion ->> 'quantity')::bigint) FILTER (WHERE type = 'orders.OrderReturned.v1'), 0))::text
						FROM orders.event_log CROSS JOIN LATERAL jsonb_array_elements(data::jsonb -> 'portions') AS portion
						WHERE type IN ('orders.OrderShipped.v1', 'orders.OrderDelivered.v1', 'orders.OrderReturned.v1')
						GROUP BY 1, 2
						"""));

	private static final Invariant TIMELY = Invariant.none("I4", "no order outlives its deadline", "orders", """
			SELECT id, status, due_at FROM orders.orders WHERE due_at < now() - interval '1 minute'
			""");

	static final List<Invariant> ALL = List.of(MOVED, STANDS, TOLD, TIMELY);

	private FulfilmentInvariants() {
	}

}
