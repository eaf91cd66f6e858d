package dev.cleave.checker;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import dev.cleave.checker.Invariant.Query;
import dev.cleave.orders.domain.StateMachine;

/// I4 and I11: an order's path is one of the state machine's, and its total is the sum of its lines.
final class OrderInvariants {

	private static final Invariant SETTLED = Invariant.none("I4", "no order is left unsettled", "orders", """
			SELECT id, placed_at FROM orders.orders WHERE status = 'PENDING'
			""");

	private static final Invariant LEGAL = Invariant.none("I4", "an order's history is a path of the state machine",
			"orders", """
					SELECT * FROM (
						SELECT order_id, sequence, row_number() OVER path AS expected_sequence,
							lag(status) OVER path AS before, move, status
						FROM orders.order_timeline
						WINDOW path AS (PARTITION BY order_id ORDER BY sequence)) step
					WHERE sequence <> expected_sequence OR (coalesce(before, ''), move, status) NOT IN (VALUES %s)
					""".formatted(transitions()));

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

	private static final Invariant SHORT = Invariant.none("I4", "an order that was short of stock says of what",
			"orders", """
					SELECT id, rejection, lines, really FROM orders.orders
					LEFT JOIN (
						SELECT order_id AS id, count(*) AS lines, bool_and(requested > available) AS really
						FROM orders.order_shortage GROUP BY 1) shortage USING (id)
					WHERE (rejection IS NOT DISTINCT FROM 'insufficient-stock') <> (lines IS NOT NULL) OR NOT really
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

	private static final Invariant BALANCED = Invariant.none("I11",
			"what was taken less what was given back or is due is the price of what is kept", "orders",
			"""
					SELECT id, status, total, taken, given, refund_due, returned FROM orders.orders
					LEFT JOIN (SELECT order_id AS id, sum(amount) AS taken FROM orders.payment GROUP BY 1) payments USING (id)
					LEFT JOIN (SELECT order_id AS id, sum(amount) AS given FROM orders.refund GROUP BY 1) refunds USING (id)
					LEFT JOIN (SELECT order_id AS id, sum(returned * unit_price) AS returned FROM orders.order_line
						GROUP BY 1) lines USING (id)
					WHERE coalesce(taken, 0) - coalesce(given, 0) - refund_due <>
						CASE WHEN status IN ('PAID', 'PARTLY_SHIPPED', 'SHIPPED', 'DELIVERED', 'PARTLY_RETURNED',
							'RETURNED') THEN total - returned ELSE 0 END
					""");

	private static final Invariant TOLD = Invariant
		.same("I11", "orders told of all money that moved", new Query("orders", """
				SELECT id::text, (taken, due + given, given)::text FROM (
					SELECT id, refund_due AS due,
						coalesce((SELECT sum(amount) FROM orders.payment WHERE order_id = id AND NOT late), 0) AS taken,
						coalesce((SELECT sum(amount) FROM orders.refund WHERE order_id = id), 0) AS given
					FROM orders.orders) money
				WHERE (taken, due, given) <> (0, 0, 0)
				"""), new Query("orders",
				"""
						SELECT subject, (taken, due, given)::text FROM (
							SELECT subject,
								coalesce(sum(amount) FILTER (WHERE type = 'orders.OrderPaid.v1'), 0) AS taken,
								coalesce(sum(amount) FILTER (WHERE type = 'orders.OrderRefundDue.v1'), 0) AS due,
								coalesce(sum(amount) FILTER (WHERE type = 'orders.OrderRefunded.v1'), 0) AS given
							FROM (SELECT subject, type, (data::json ->> 'amount')::bigint AS amount FROM orders.event_log
								WHERE type IN ('orders.OrderPaid.v1', 'orders.OrderRefundDue.v1', 'orders.OrderRefunded.v1')) told
							GROUP BY subject) sums
						WHERE (taken, due, given) <> (0, 0, 0)
						"""));

	private static final Invariant NOTICED = Invariant.none("I11", "what the payment provider told is what it did",
			"orders", """
					SELECT reference, kind, order_id, booked.reference FROM orders.payment_notice
					FULL JOIN (
						SELECT reference, 'captured' AS kind, order_id, amount FROM orders.payment
						WHERE actor = 'payment-provider'
						UNION ALL
						SELECT reference, 'refunded', order_id, amount FROM orders.refund
						WHERE actor = 'payment-provider') booked
					USING (reference, kind, order_id, amount)
					WHERE kind <> 'failed' AND (payment_notice.id IS NULL OR booked.reference IS NULL)
					""");

	static final List<Invariant> ALL = List.of(SETTLED, LEGAL, COUNTED, EXPLAINED, SHORT, ADDED_UP, NUMBERED, BALANCED,
			TOLD, NOTICED);

	private OrderInvariants() {
	}

	/// The table itself, or the two would drift apart.
	private static String transitions() {
		return StateMachine.TRANSITIONS.stream()
			.map((step) -> "('%s', '%s', '%s')".formatted(Objects.toString(step.from(), ""), step.move(), step.to()))
			.collect(Collectors.joining(", "));
	}

}
