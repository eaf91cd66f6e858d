package dev.cleave.checker;

import java.util.List;
import java.util.stream.Stream;

import dev.cleave.checker.Invariant.Query;

/// I7: what happened was said, once and in order.
final class LogInvariants {

	private static final Invariant STEPS = Invariant
		.same("I7", "orders told of each step of each order", new Query("orders", """
				SELECT order_id::text, string_agg(CASE move WHEN 'PLACE' THEN 'Placed' WHEN 'CONFIRM' THEN 'Confirmed'
						WHEN 'REJECT' THEN 'Rejected' WHEN 'PAY' THEN 'Paid' WHEN 'PAY_LATE' THEN 'RefundDue'
						WHEN 'REFUND' THEN 'Refunded' WHEN 'EXPIRE' THEN 'Expired'
						WHEN 'SHIP' THEN 'Shipped' WHEN 'SHIP_PART' THEN 'Shipped'
						WHEN 'DELIVER' THEN 'Delivered' WHEN 'DELIVER_PART' THEN 'Delivered'
						WHEN 'RETURN' THEN 'Returned,RefundDue' WHEN 'RETURN_PART' THEN 'Returned,RefundDue'
						WHEN 'CANCEL' THEN CASE before WHEN 'PAID' THEN 'Cancelled,RefundDue' ELSE 'Cancelled' END
					END, ',' ORDER BY sequence)
				FROM (
					SELECT *, lag(status) OVER (PARTITION BY order_id ORDER BY sequence) AS before
					FROM orders.order_timeline) step
				GROUP BY order_id
				"""), new Query("orders", """
				SELECT subject, string_agg(substring(type FROM 'orders\\.Order(.*)\\.v1'), ',' ORDER BY sequence)
				FROM orders.event_log WHERE kind = 'event' GROUP BY subject
				"""));

	private static final Invariant REQUESTS = Invariant.same("I7", "orders asked inventory for each step once",
			new Query("orders", """
					SELECT order_id::text, string_agg(CASE WHEN move = 'PLACE' THEN 'ReserveStock'
							WHEN move LIKE 'SHIP%' THEN 'ShipStock' WHEN move LIKE 'RETURN%' THEN 'ReturnStock'
							ELSE 'ReleaseStock' END, ',' ORDER BY sequence)
					FROM orders.order_timeline
					WHERE move IN ('PLACE', 'SHIP', 'SHIP_PART', 'RETURN', 'RETURN_PART', 'CANCEL', 'EXPIRE')
					GROUP BY order_id
					"""), new Query("orders", """
					SELECT subject, string_agg(substring(type FROM 'inventory\\.(.*)\\.v1'), ',' ORDER BY sequence)
					FROM orders.event_log WHERE kind = 'command' GROUP BY subject
					"""));

	private static final Invariant ANSWERS = Invariant.same("I7", "inventory told what became of each reservation",
			new Query("inventory", """
					SELECT reference, CASE state WHEN 'TOMBSTONE' THEN 'none' WHEN 'REFUSED' THEN 'StockRefused'
						ELSE 'StockReserved' || CASE WHEN reference IN (SELECT reference FROM inventory.revoked_line)
								THEN ',ReservationRevoked' ELSE '' END
							|| CASE state WHEN 'RELEASED' THEN ',StockReleased' ELSE '' END END
					FROM inventory.reservation
					"""), new Query("inventory", """
					SELECT subject, string_agg(substring(type FROM 'inventory\\.(.*)\\.v1'), ',' ORDER BY sequence)
					FROM inventory.event_log WHERE kind = 'event' AND type NOT IN ('inventory.ProductChanged.v1',
						'inventory.StockLevelChanged.v1', 'inventory.StockRanLow.v1', 'inventory.StockRecovered.v1')
					GROUP BY subject
					"""));

	private static final Invariant CHANGES = Invariant.same("I7", "inventory told of each change of a product",
			new Query("inventory", """
					SELECT sku, version FROM inventory.product
					"""), new Query("inventory", """
					SELECT subject, count(*) FROM inventory.event_log WHERE type = 'inventory.ProductChanged.v1'
					GROUP BY subject
					"""));

	static final List<Invariant> ALL = Stream
		.concat(Stream.of("auth", "inventory", "orders", "reporting").flatMap(LogInvariants::of),
				Stream.of(STEPS, REQUESTS, ANSWERS, CHANGES))
		.toList();

	private LogInvariants() {
	}

	private static Stream<Invariant> of(String module) {
		return Stream.of(sequenced(module), contiguous(module), numbered(module), ordered(module), unique(module));
	}

	private static Invariant sequenced(String module) {
		return Invariant.none("I7", "no message of " + module + " is left in its outbox", module, """
				SELECT id, type, subject FROM %s.outbox
				""".formatted(module));
	}

	private static Invariant contiguous(String module) {
		return Invariant.none("I7", "the positions of each partition of the log of " + module + " have no gap", module,
				"""
						SELECT partition, count, last, next_position FROM %1$s.log_partition
						FULL JOIN (
							SELECT partition, count(*) AS count, max(position) AS last FROM %1$s.event_log
							GROUP BY partition) log
						USING (partition)
						WHERE coalesce(last + 1, 0) IS DISTINCT FROM next_position
							OR coalesce(count, 0) IS DISTINCT FROM next_position
						""".formatted(module));
	}

	private static Invariant numbered(String module) {
		return Invariant.none("I7", "the messages of each subject of " + module + " are numbered without a gap", module,
				"""
						SELECT kind, subject, first, messages, message_sequence.last, partitions
						FROM %1$s.message_sequence
						FULL JOIN (
							SELECT kind, subject, min(sequence) AS first, count(DISTINCT sequence) AS messages,
								max(sequence) AS highest, count(DISTINCT partition) AS partitions
							FROM %1$s.event_log GROUP BY kind, subject) log
						USING (kind, subject)
						WHERE first <> 1 OR messages <> highest OR partitions <> 1
							OR message_sequence.last IS DISTINCT FROM highest
						""".formatted(module));
	}

	private static Invariant ordered(String module) {
		return Invariant.none("I7", "the log of " + module + " keeps the order of each subject", module, """
				SELECT * FROM (
					SELECT kind, subject, position, sequence, lag(sequence) OVER subject AS before FROM %s.event_log
					WINDOW subject AS (PARTITION BY kind, subject ORDER BY position)) log
				WHERE sequence <= before
				""".formatted(module));
	}

	private static Invariant unique(String module) {
		return Invariant.none("I7", "no message of " + module + " is in the log twice", module, """
				SELECT message_id, count(*) FROM %s.event_log GROUP BY message_id HAVING count(*) > 1
				""".formatted(module));
	}

}
