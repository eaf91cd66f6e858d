-- {orders} orders of one line that were imported over a year, each CONFIRMED, with what orders says about them. The
-- messages of an order stand in the partition of its number: no more will come about it.
SET session_replication_role = replica;
SET synchronous_commit = off;

INSERT INTO orders.orders (id, reference, customer, owner, status, payment_terms, currency, total, country, placed_at,
	recorded_at, version)
SELECT id, 'seed-' || i, customer, 'client:cleave-local', 'CONFIRMED', 'ACCOUNT', 'GBP', price, country, placed_at,
	placed_at, 2
FROM seed.orders ORDER BY i;

INSERT INTO orders.order_line (order_id, line, sku, name, quantity, unit_price)
SELECT id, 1, sku, name, 1, price FROM seed.orders ORDER BY i;

INSERT INTO orders.order_timeline (order_id, sequence, move, status, at, actor, cause)
SELECT id, step, CASE step WHEN 1 THEN 'PLACE' ELSE 'CONFIRM' END, CASE step WHEN 1 THEN 'PENDING' ELSE 'CONFIRMED' END,
	placed_at + (step - 1) * interval '50 ms', CASE step WHEN 1 THEN 'client:cleave-local' END,
	CASE step WHEN 2 THEN reserved_id END
FROM seed.orders CROSS JOIN generate_series(1, 2) AS step ORDER BY i, step;

INSERT INTO orders.event_log (partition, position, message_id, kind, type, subject, sequence, time, data)
SELECT i % 8, next_position + i / 8 * 3 + said, CASE said WHEN 1 THEN reserve_id ELSE gen_random_uuid() END,
	CASE said WHEN 1 THEN 'command' ELSE 'event' END,
	(ARRAY ['orders.OrderPlaced.v1', 'inventory.ReserveStock.v1', 'orders.OrderConfirmed.v1'])[said + 1], id::text,
	CASE said WHEN 2 THEN 2 ELSE 1 END, placed_at + said * interval '20 ms',
	CASE said
		WHEN 0 THEN format('{"orderId":"%s","placedAt":"%s","customer":"%s","country":"%s","currency":"GBP","total":%s,'
			'"lines":[{"line":1,"sku":"%s","name":"%s","quantity":1,"unitPrice":%s}]}', id,
			to_char(placed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), customer, country, price, sku, name, price)
		WHEN 1 THEN format('{"reference":"%s","lines":[{"line":1,"sku":"%s","quantity":1}]}', id, sku)
		ELSE format('{"orderId":"%s"}', id) END
FROM seed.orders CROSS JOIN generate_series(0, 2) AS said JOIN orders.log_partition ON partition = i % 8
ORDER BY i, said;

INSERT INTO orders.message_sequence (subject, kind, last)
SELECT id::text, kind, CASE kind WHEN 'event' THEN 2 ELSE 1 END
FROM seed.orders CROSS JOIN unnest(ARRAY ['event', 'command']) AS kind ORDER BY i;

UPDATE orders.log_partition SET next_position = next_position + {orders} / 8 * 3;
