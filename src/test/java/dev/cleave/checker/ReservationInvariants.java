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
			"an order that is confirmed and not yet shipped has its one reservation, no other order has",
			new Query("orders", """
					SELECT id::text, sku, sum(quantity) FROM orders.orders JOIN orders.order_line ON order_id = id
					WHERE status IN ('CONFIRMED', 'PAID', 'PARTLY_SHIPPED') GROUP BY id, sku
					"""), new Query("inventory", """
					SELECT reference, sku, sum(quantity)
					FROM inventory.reservation JOIN inventory.reservation_line USING (reference)
					WHERE state = 'OPEN' GROUP BY reference, sku
					"""));

	private static final Invariant DECIDED = Invariant.same("I3",
			"every order was decided by inventory, and nothing else was", new Query("orders", """
					SELECT id::text,
						CASE WHEN status IN ('CONFIRMED', 'PAID', 'PARTLY_SHIPPED') THEN 'open' ELSE 'closed' END
					FROM orders.orders
					"""), new Query("inventory", """
					SELECT reference, CASE state WHEN 'OPEN' THEN 'open' ELSE 'closed' END FROM inventory.reservation
					"""));

	static final List<Invariant> ALL = List.of(RESERVED, BOOKED, NEEDED, DECIDED);

	private ReservationInvariants() {
	}

}
