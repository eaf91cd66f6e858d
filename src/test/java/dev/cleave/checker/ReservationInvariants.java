package dev.cleave.checker;

import java.util.List;

import dev.cleave.checker.Invariant.Query;

/// I3: what is reserved is what the open orders need, no more and no less.
final class ReservationInvariants {

	private static final Invariant RESERVED = Invariant.none("I3", "the open reservations add up to what is reserved",
			"inventory", """
					SELECT sku, location, reserved, open FROM (
						SELECT sku, location, sum(quantity) AS open
						FROM inventory.reservation_line JOIN inventory.reservation USING (reference)
						WHERE state = 'OPEN' GROUP BY sku, location) lines
					FULL JOIN inventory.stock USING (sku, location)
					WHERE coalesce(reserved, 0) <> coalesce(open, 0)
					""");

	private static final Invariant BOOKED = Invariant.none("I3",
			"the ledger holds for a reference what its reservation holds", "inventory", """
					SELECT reference, sku, location, held, open FROM (
						SELECT reference, sku, location, sum(reserved_delta) AS held FROM inventory.movement
						WHERE type IN ('RESERVED', 'RELEASED', 'SHIPPED') GROUP BY 1, 2, 3) ledger
					FULL JOIN (
						SELECT reference, sku, location, sum(quantity) AS open
						FROM inventory.reservation_line JOIN inventory.reservation USING (reference)
						WHERE state = 'OPEN' GROUP BY 1, 2, 3) lines USING (reference, sku, location)
					WHERE coalesce(held, 0) <> coalesce(open, 0)
					""");

	private static final Invariant NEEDED = Invariant.same("I3",
			"what an order was promised has left or is reserved, and nothing for any other order",
			new Query("orders", """
					SELECT id::text, sku, sum(quantity) FROM orders.orders JOIN orders.order_line ON order_id = id
					WHERE status NOT IN ('PENDING', 'REJECTED', 'CANCELLED', 'EXPIRED') GROUP BY id, sku
					"""), new Query("inventory", """
					SELECT reference, sku, sum(quantity) FROM (
						SELECT reference, sku, quantity FROM inventory.reservation_line
						UNION ALL
						SELECT reference, sku, quantity FROM inventory.movement WHERE type = 'SHIPPED') promised
					GROUP BY reference, sku
					"""));

	private static final Invariant DECIDED = Invariant.same("I3",
			"every order was decided by inventory, and nothing else was", new Query("orders", """
					SELECT id::text, CASE WHEN status IN ('CONFIRMED', 'PAID', 'PARTLY_SHIPPED') THEN 'open'
						WHEN status IN ('SHIPPED', 'DELIVERED', 'PARTLY_RETURNED', 'RETURNED') THEN 'shipped'
						ELSE 'closed' END
					FROM orders.orders
					"""), new Query("inventory", """
					SELECT reference, CASE state WHEN 'OPEN' THEN 'open' WHEN 'SHIPPED' THEN 'shipped' ELSE 'closed' END
					FROM inventory.reservation
					"""));

	private static final Invariant CLOSED = Invariant.none("I3",
			"only open reservations hold anything, and all of them do", "inventory", """
					SELECT reference, state, count(line) FROM inventory.reservation
					LEFT JOIN inventory.reservation_line USING (reference)
					GROUP BY reference, state HAVING (count(line) > 0) <> (state = 'OPEN')
					""");

	private static final Invariant BEGUN = Invariant.none("I3", "a reservation has begun when something of it has left",
			"inventory", """
					SELECT reference, state, shipments, returns, movements FROM inventory.reservation
					LEFT JOIN (
						SELECT reference, array_agg(DISTINCT type) AS movements FROM inventory.movement
						WHERE type IN ('SHIPPED', 'RETURNED') GROUP BY reference) ledger USING (reference)
					WHERE (shipments > 0) IS DISTINCT FROM coalesce('SHIPPED' = ANY (movements), false)
						OR (returns > 0) IS DISTINCT FROM coalesce('RETURNED' = ANY (movements), false)
						OR state NOT IN ('OPEN', 'SHIPPED', 'RELEASED') AND shipments > 0
					""");

	private static final Invariant CAME_BACK = Invariant.none("I3", "nothing comes back that has not left", "inventory",
			"""
					SELECT reference, sku, returned, shipped FROM (
						SELECT reference, sku, coalesce(sum(quantity) FILTER (WHERE type = 'RETURNED'), 0) AS returned,
							coalesce(sum(quantity) FILTER (WHERE type = 'SHIPPED'), 0) AS shipped
						FROM inventory.movement WHERE type IN ('SHIPPED', 'RETURNED') GROUP BY 1, 2) ledger
					WHERE returned > shipped
					""");

	private static final Invariant REVOKED = Invariant.same("I3", "what was taken back by force is remembered",
			new Query("inventory", """
					SELECT reference, sku, location, quantity FROM inventory.revoked_line
					"""), new Query("inventory", """
					SELECT reference, sku, location, quantity FROM inventory.movement
					WHERE type = 'RELEASED' AND cause IS NULL
					"""));

	static final List<Invariant> ALL = List.of(RESERVED, BOOKED, NEEDED, DECIDED, CLOSED, BEGUN, CAME_BACK, REVOKED);

	private ReservationInvariants() {
	}

}
