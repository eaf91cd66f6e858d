-- What inventory says about them: each is reserved, the ledger has its movement, and each product's level was told.
SET session_replication_role = replica;
SET synchronous_commit = off;

-- All of it came before the first order.
UPDATE inventory.movement SET time = (SELECT min(placed_at) - interval '1 day' FROM seed.orders);
UPDATE inventory.movement m SET hash = sha256(decode(repeat('00', 32), 'hex') || {content});

-- Each movement follows from the one before, so they come in turns, of all products at once.
CREATE UNLOGGED TABLE seed.movement (LIKE inventory.movement);
CREATE INDEX ON seed.movement (sequence);
INSERT INTO seed.movement (sku, location, sequence, type, quantity, on_hand_delta, reserved_delta, on_hand_after,
	reserved_after, reason, actor, reference, cause, line, time, hash)
SELECT sku, location, sequence, type, quantity, on_hand_delta, reserved_delta, on_hand_after, reserved_after, reason, actor,
	reference, cause, line, time, hash
FROM inventory.movement;
SET enable_nestloop = off;
SET enable_mergejoin = off;
SET enable_seqscan = off;
DO $$
BEGIN
	FOR turn IN 1 .. {turns} LOOP
		INSERT INTO seed.movement (sku, location, sequence, type, quantity, on_hand_delta, reserved_delta,
			on_hand_after, reserved_after, reason, actor, reference, cause, line, time, hash)
		SELECT sku, location, sequence, type, quantity, on_hand_delta, reserved_delta, on_hand_after, reserved_after, reason,
			actor, reference, cause, line, time, sha256(before || {content})
		FROM (
			SELECT o.sku, last.location, turn + 1::bigint AS sequence, 'RESERVED' AS type, 1::bigint AS quantity,
				0::bigint AS on_hand_delta, 1::bigint AS reserved_delta, last.on_hand_after,
				last.reserved_after + 1 AS reserved_after, NULL::text AS reason, 'orders' AS actor, o.id::text AS reference,
				o.reserve_id AS cause, NULL::int AS line, o.placed_at + interval '30 ms' AS time, last.hash AS before
			FROM seed.orders o JOIN seed.movement last ON last.sku = o.sku
			WHERE last.sequence = turn AND o.i >= (turn - 1) * {products} AND o.i < turn * {products}) AS m;
	END LOOP;
END $$;
RESET enable_nestloop;
RESET enable_mergejoin;
RESET enable_seqscan;

INSERT INTO inventory.movement (sku, location, sequence, type, quantity, on_hand_delta, reserved_delta, on_hand_after,
	reserved_after, reason, actor, reference, cause, line, time, hash)
SELECT sku, location, sequence, type, quantity, on_hand_delta, reserved_delta, on_hand_after, reserved_after, reason, actor,
	reference, cause, line, time, hash
FROM seed.movement WHERE sequence > 1 ORDER BY sku, location, sequence;
ANALYZE inventory.movement;

UPDATE inventory.stock SET reserved = reserved_after, sequence = last.sequence, moved_at = last.time, head = last.hash
FROM inventory.movement last
WHERE last.sku = stock.sku AND last.location = stock.location AND last.sequence = {turns} + 1;

INSERT INTO inventory.reservation (reference, state, created_at, changed_at)
SELECT id::text, 'OPEN', placed_at, placed_at FROM seed.orders ORDER BY i;

INSERT INTO inventory.reservation_line (reference, line, sku, location, quantity, sequence)
SELECT id::text, 1, o.sku, location, 1, i / {products} + 2 FROM seed.orders o JOIN inventory.stock ON stock.sku = o.sku
ORDER BY o.sku, i;

INSERT INTO inventory.event_log (partition, position, message_id, kind, type, subject, sequence, time, data)
SELECT i % 8, next_position + i / 8, reserved_id, 'event', 'inventory.StockReserved.v1', id::text, 1,
	placed_at + interval '30 ms', format('{"reference":"%s"}', id)
FROM seed.orders JOIN inventory.log_partition ON partition = i % 8 ORDER BY i;

ANALYZE inventory.event_log;

INSERT INTO inventory.message_sequence (subject, kind, last)
SELECT id::text, 'event', 1 FROM seed.orders ORDER BY i;

UPDATE inventory.log_partition SET next_position = next_position + {orders} / 8;

UPDATE inventory.stock_told SET reserved = {turns}, version = {turns} + 1;
UPDATE inventory.message_sequence SET last = last + 1 WHERE subject IN (SELECT sku FROM inventory.product);
INSERT INTO inventory.event_log (partition, position, message_id, kind, type, subject, sequence, time, data)
SELECT told.partition, next_position - 1 + row_number() OVER (PARTITION BY told.partition ORDER BY told.subject),
	gen_random_uuid(), 'event', 'inventory.StockLevelChanged.v1', told.subject, message_sequence.last, clock_timestamp(),
	format('{"sku":"%s","onHand":%s,"reserved":%s,"version":%s}', sku, on_hand, reserved, version)
FROM inventory.stock_told
JOIN inventory.event_log told ON told.subject = sku AND told.kind = 'event' AND told.sequence = 1
JOIN inventory.message_sequence ON message_sequence.subject = sku AND message_sequence.kind = 'event'
JOIN inventory.log_partition ON log_partition.partition = told.partition;
UPDATE inventory.log_partition l
SET next_position = (SELECT max(position) + 1 FROM inventory.event_log e WHERE e.partition = l.partition);
