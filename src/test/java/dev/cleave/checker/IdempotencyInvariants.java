package dev.cleave.checker;

import java.util.List;

/// I6: one key made one order, and every order that was placed has its key.
final class IdempotencyInvariants {

	private static final String KEPT = """
			(SELECT caller, key, status, convert_from(body, 'UTF8')::json ->> 'id' AS id FROM orders.idempotency_key
			WHERE route = 'POST /api/v1/orders' AND (status = 201 OR status IS NULL)) kept
			""";

	static final List<Invariant> ALL = List
		.of(Invariant.none("I6", "a kept answer tells of an order that exists", "orders", """
				SELECT caller, key, kept.id FROM %s LEFT JOIN orders.orders ON orders.id::text = kept.id
				WHERE orders.id IS NULL
				""".formatted(KEPT)), Invariant.none("I6", "no two keys made the same order", "orders", """
				SELECT id, count(*), min(key), max(key) FROM %s GROUP BY id HAVING count(*) > 1
				""".formatted(KEPT)), Invariant.none("I6", "an order that somebody placed has its key", "orders", """
				SELECT orders.id FROM orders.orders LEFT JOIN %s ON orders.id::text = kept.id
				WHERE payment_terms = 'PREPAID' AND key IS NULL
				""".formatted(KEPT)), Invariant.none("I6", "a step that somebody asked for has its key", "orders", """
				SELECT id, steps, keys FROM (
					SELECT order_id::text AS id, count(*) AS steps FROM orders.order_timeline
					WHERE cause IS NULL AND actor IS NOT NULL AND actor <> 'payment-provider'
						AND move NOT IN ('PLACE', 'PAY_LATE')
					GROUP BY 1) moved
				LEFT JOIN (
					SELECT convert_from(body, 'UTF8')::json ->> 'id' AS id, count(*) AS keys FROM orders.idempotency_key
					WHERE route LIKE 'POST /api/v1/orders/{id}/%' AND status = 200 GROUP BY 1) kept USING (id)
				WHERE steps > coalesce(keys, 0)
				"""));

	private IdempotencyInvariants() {
	}

}
