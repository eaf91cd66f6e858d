package dev.cleave.checker;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.cleave.checker.Invariant.Query;

/// I8 and I9: what was said was heard by everybody, once and in order.
final class DeliveryInvariants {

	private static final Invariant MOVED_ONCE = Invariant.none("I8", "a command moves a product of a place only once",
			"inventory", """
					SELECT cause, sku, location, type, count(*) FROM inventory.movement WHERE cause IS NOT NULL
					GROUP BY cause, sku, location, type, CASE WHEN type IN ('RETURNED', 'ADJUSTED') THEN line END
					HAVING count(*) > 1
					""");

	private static final Invariant MOVED_FOR_A_CAUSE = Invariant.none("I8",
			"stock is reserved, released, shipped and returned on command, or taken back by force", "inventory", """
					SELECT sku, location, sequence, type, reference FROM inventory.movement
					WHERE type IN ('RESERVED', 'RELEASED', 'SHIPPED', 'RETURNED') AND cause IS NULL
						AND NOT (type = 'RELEASED' AND reference IN (SELECT reference FROM inventory.revoked_line))
					""");

	private static final Invariant MOVED_AS_SAID = Invariant.within("I8", "stock moved for a reason that was said",
			new Query("inventory", """
					SELECT cause::text, reference FROM inventory.movement WHERE cause IS NOT NULL
					"""), new Query("orders", """
					SELECT message_id::text, subject FROM orders.event_log WHERE kind = 'command'
					"""));

	private static final Invariant STEPPED_ONCE = Invariant.none("I8",
			"an order takes a step for one message only once", "orders", """
					SELECT order_id, cause, count(*) FROM orders.order_timeline WHERE cause IS NOT NULL
					GROUP BY order_id, cause HAVING count(*) > 1
					""");

	private static final Invariant STEPPED_AS_SAID = Invariant.within("I8",
			"an order was decided for a reason that was said", new Query("orders", """
					SELECT cause::text, order_id FROM orders.order_timeline WHERE cause IS NOT NULL
					"""), new Query("inventory", """
					SELECT message_id::text, subject FROM inventory.event_log
					"""));

	private static final Invariant RELEASED_LAST = Invariant.none("I9", "stock is released after it was reserved",
			"inventory", """
					SELECT reference, sku, location, reserved, released FROM (
						SELECT reference, sku, location, min(sequence) FILTER (WHERE type = 'RESERVED') AS reserved,
							min(sequence) FILTER (WHERE type = 'RELEASED') AS released
						FROM inventory.movement WHERE type IN ('RESERVED', 'RELEASED') GROUP BY 1, 2, 3) pair
					WHERE released IS NOT NULL AND (reserved IS NULL OR released < reserved)
					""");

	private static final Invariant STEPPED_IN_ORDER = new Invariant("I9",
			"an order took its steps in the order in which they were said", DeliveryInvariants::outOfOrder);

	private static final Invariant COPIED = Invariant.same("I9", "orders knows each product as it was last told",
			new Query("inventory", """
					SELECT sku, (name, price, currency, status = 'ACTIVE', version)::text FROM inventory.product
					"""), new Query("orders", """
					SELECT sku, (name, price, currency, active, version)::text FROM orders.product_copy
					"""));

	static final List<Invariant> ALL = Stream
		.concat(Stream.of("auth", "inventory", "orders", "reporting").flatMap(DeliveryInvariants::of),
				Stream.of(MOVED_ONCE, MOVED_FOR_A_CAUSE, MOVED_AS_SAID, STEPPED_ONCE, STEPPED_AS_SAID, RELEASED_LAST,
						STEPPED_IN_ORDER, COPIED))
		.toList();

	private DeliveryInvariants() {
	}

	private static Stream<Invariant> of(String module) {
		return Stream.of(
				new Invariant("I8", "every cursor of " + module + " stands at the end of its log",
						(databases) -> Cursors.of(databases, module).behind()),
				Invariant.none("I8", "no cursor of a generation that is over is left in " + module, module, """
						SELECT subscription, source, partition FROM (
							SELECT *, split_part(subscription, '#', 1) AS name,
								coalesce(nullif(split_part(subscription, '#', 2), ''), '1')::int AS held_in
							FROM %1$s.subscription_cursor) c
						WHERE NOT EXISTS (
								SELECT FROM %1$s.generation WHERE number = held_in AND state IN ('BUILDING', 'SERVING'))
							AND (subscription LIKE '%%#%%' OR EXISTS (
								SELECT FROM %1$s.subscription_cursor o WHERE o.subscription LIKE c.name || '#%%'))
						""".formatted(module)), Invariant.none("I8", "nothing is set aside in " + module, module, """
						SELECT subscription, subject, sequence, state, attempts, error FROM %s.parked
						""".formatted(module)));
	}

	private static List<String> outOfOrder(Databases databases) {
		var said = databases.keyed("inventory", "SELECT message_id::text, sequence FROM inventory.event_log");
		var witnesses = new ArrayList<String>();
		var order = "";
		var before = 0L;
		for (var step : databases
			.keyed("orders",
					"""
							SELECT order_id::text, lpad(sequence::text, 9, '0'), cause FROM orders.order_timeline WHERE cause IS NOT NULL
							""")
			.entrySet()) {
			var sequence = Long.parseLong(said.getOrDefault(step.getValue(), "0"));
			var current = step.getKey().substring(0, step.getKey().indexOf(' '));
			if (current.equals(order) && sequence <= before && witnesses.size() < Databases.WITNESSES) {
				witnesses.add(step.getKey() + ": message " + sequence + " after " + before);
			}
			order = current;
			before = sequence;
		}
		return witnesses;
	}

}
