package dev.cleave.checker;

import java.util.List;
import java.util.stream.Stream;

import dev.cleave.checker.Invariant.Query;

/// I8 and I9: what was said was heard by everybody, once and in order.
final class DeliveryInvariants {

	static final List<Invariant> ALL = Stream
		.concat(Stream.of("auth", "inventory", "orders", "reporting").flatMap(DeliveryInvariants::ofEvery), ofEffects())
		.toList();

	private DeliveryInvariants() {
	}

	private static Stream<Invariant> ofEvery(String module) {
		return Stream.of(
				new Invariant("I8", "every cursor of " + module + " stands at the end of its log",
						(databases) -> Cursors.of(databases, module).behind()),
				Invariant.none("I8", "nothing waits for a retry in " + module, module, """
						SELECT subscription, subject, sequence, attempts FROM %s.parked WHERE state <> 'DEAD'
						""".formatted(module)));
	}

	private static Stream<Invariant> ofEffects() {
		return Stream.of(Invariant.none("I8", "a command moves a product of a place only once", "inventory", """
				SELECT cause, sku, location, type, count(*) FROM inventory.movement WHERE cause IS NOT NULL
				GROUP BY cause, sku, location, type HAVING count(*) > 1
				"""), Invariant.within("I8", "stock moved for a reason that was said", new Query("inventory", """
				SELECT cause::text, reference FROM inventory.movement WHERE type IN ('RESERVED', 'RELEASED')
				"""), new Query("orders", """
				SELECT message_id::text, subject FROM orders.event_log WHERE kind = 'command'
				""")), Invariant.none("I8", "an order takes a step for one message only once", "orders", """
				SELECT order_id, cause, count(*) FROM orders.order_timeline WHERE cause IS NOT NULL
				GROUP BY order_id, cause HAVING count(*) > 1
				"""), Invariant.within("I8", "an order was decided for a reason that was said", new Query("orders", """
				SELECT cause::text, order_id FROM orders.order_timeline WHERE cause IS NOT NULL
				"""), new Query("inventory", """
				SELECT message_id::text, subject FROM inventory.event_log
				""")), Invariant.same("I9", "orders knows each product as it was last told", new Query("inventory", """
				SELECT sku, (name, price, currency, status = 'ACTIVE', version)::text FROM inventory.product
				"""), new Query("orders", """
				SELECT sku, (name, price, currency, active, version)::text FROM orders.product_copy
				""")));
	}

}
