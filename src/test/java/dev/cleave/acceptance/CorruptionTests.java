package dev.cleave.acceptance;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.cleave.acceptance.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

/// Whether the checker can be trusted: a single wrong row anywhere must break the invariant that forbids it. Nothing here
/// is committed.
class CorruptionTests {

	private static Map<String, String> databases;

	private static Shop shop;

	@BeforeAll
	static void sellSomething() {
		databases = Topology.ONE_DATABASE.databases();
		shop = new Shop(StartedShop.start(databases));
		var skus = shop.clerk().offersSeveral(3, 100, 20);
		var buyer = shop.buyer();
		buyer.buys(Basket.of(skus.getFirst(), 2).and(skus.getLast(), 3));
		buyer.buys(Basket.of(skus.getFirst(), 1));
		buyer.buys(Basket.of(skus.getFirst(), 100));
		buyer.cancel(buyer.buys(Basket.of(skus.getLast(), 4)), "changed my mind").expect(200);
		var paid = shop.desk().pays(buyer.buys(Basket.of(skus.getLast(), 2)));
		shop.desk().pay(paid, Shop.unique("payment"), paid.total()).expect(409);
		shop.desk().refunds(paid);
		shop.desk().ships(paid, Desk.line(1, 1));
		shop.desk().ships(paid);
		shop.desk().delivers(paid);
		shop.desk().takesBack(paid, Desk.writtenOff(1, 1, "broken"));
		shop.desk().cancel(shop.desk().pays(buyer.buys(Basket.of(skus.getLast(), 4))), "changed his mind").expect(200);
		var forgotten = shop.newBuyer();
		forgotten.buys(Basket.of(skus.getFirst(), 1).with("shipTo", "here"));
		shop.erase(forgotten.visitor()).expect(204);
		var provided = buyer.buys(Basket.of(skus.getFirst(), 1));
		buyer.visitor().post("/orders/" + provided.id() + "/checkout").send().expect(202);
		eventually(() -> assertThat(buyer.looksAt(provided).status()).isEqualTo("PAID"));
		shop.clerk().adjust(skus.getFirst(), -1, false).expect(200, 201);
		shop.history().cancels(buyer.buys(Basket.of(skus.get(1), 20)).id());
		shop.clerk().adjust(skus.get(1), -1, true).expect(200, 201);
		shop.clerk().arrives(shop.clerk().sends(skus.get(1), "main", "attic", 5), 4).expect(200);
		shop.clerk().sends(skus.get(1), "attic", "main", 1);
		shop.clerk().exportsOrderLines();
		shop.check();
	}

	@AfterAll
	static void close() {
		shop.close();
	}

	@Test
	void findsNothingInAShopThatIsAllRight() throws SQLException {
		try (var connection = connection()) {
			assertThat(shop.system().checker().orElseThrow().brokenThrough(connection)).isEmpty();
		}
	}

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource(delimiter = '|',
			textBlock = """
					I1 | UPDATE inventory.stock SET on_hand = on_hand + 1 WHERE sku = (SELECT min(sku) FROM inventory.stock)
					I1 | UPDATE inventory.transfer SET sent = sent + 1 WHERE received IS NULL
					I1 | UPDATE inventory.transfer SET received = received + 1
					I1 | UPDATE inventory.transfer SET received = NULL, received_at = NULL
					I1 | DELETE FROM inventory.transfer WHERE received IS NULL
					I2 | UPDATE inventory.stock SET reserved = reserved - 1 WHERE sku = (SELECT min(sku) FROM inventory.stock)
					I2 | UPDATE inventory.stock SET sequence = sequence + 1 WHERE sku = (SELECT min(sku) FROM inventory.stock)
					I2 | DELETE FROM inventory.movement WHERE type = 'RESERVED' AND sequence = 2
					I1 | DELETE FROM inventory.movement WHERE type = 'RECEIVED'
					I2 | UPDATE inventory.movement SET on_hand_after = on_hand_after + 1 WHERE type = 'ADJUSTED'
					I2 | UPDATE inventory.movement SET time = time - interval '1 day' WHERE type = 'ADJUSTED'
					I1 | UPDATE inventory.movement SET quantity = quantity + 1 WHERE type = 'ADJUSTED'
					I2 | UPDATE inventory.movement SET reason = 'found' WHERE type = 'ADJUSTED'
					I2 | UPDATE inventory.movement SET reference = NULL WHERE type = 'RECEIVED'
					I2 | UPDATE inventory.stock SET head = sha256(head) WHERE sku = (SELECT min(sku) FROM inventory.stock)
					I8 | UPDATE inventory.movement SET cause = gen_random_uuid() WHERE type = 'RELEASED'
					I3 | DELETE FROM inventory.reservation WHERE state = 'RELEASED'
					I3 | DELETE FROM inventory.reservation_line WHERE quantity = 3
					I3 | UPDATE inventory.reservation_line SET quantity = quantity + 1 WHERE quantity = 3
					I3 | UPDATE inventory.reservation SET state = 'OPEN' WHERE state = 'RELEASED'
					I3 | UPDATE inventory.reservation SET shipments = 1 WHERE state = 'OPEN'
					I3 | UPDATE inventory.reservation SET returns = 0 WHERE returns > 0
					I3 | UPDATE inventory.reservation SET state = 'RELEASED' WHERE state = 'SHIPPED'
					I3 | UPDATE inventory.movement SET quantity = quantity + 2 WHERE type = 'RETURNED'
					I8 | UPDATE inventory.movement SET cause = NULL WHERE type = 'SHIPPED'
					I3 | UPDATE inventory.revoked_line SET quantity = quantity - 1
					I7 | DELETE FROM inventory.revoked_line
					I3 | INSERT INTO inventory.reservation SELECT (jsonb_populate_record(r, '{"reference":"again"}')).* FROM inventory.reservation r WHERE state = 'OPEN' LIMIT 1
					I4 | UPDATE orders.orders SET status = 'PENDING' WHERE status = 'CONFIRMED'
					I4 | UPDATE orders.orders SET version = version + 1 WHERE status = 'CONFIRMED'
					I4 | DELETE FROM orders.order_timeline WHERE status = 'REJECTED'
					I4 | UPDATE orders.order_timeline SET status = 'PAID' WHERE status = 'CONFIRMED'
					I8 | UPDATE orders.order_timeline SET cause = gen_random_uuid() WHERE status = 'CONFIRMED'
					I6 | DELETE FROM orders.idempotency_key WHERE key = (SELECT min(key) FROM orders.idempotency_key WHERE route LIKE '%/orders')
					I6 | INSERT INTO orders.idempotency_key SELECT (jsonb_populate_record(k, '{"key":"again"}')).* FROM orders.idempotency_key k WHERE route LIKE '%/orders' LIMIT 1
					I6 | DELETE FROM orders.orders WHERE status = 'CANCELLED'
					I7 | DELETE FROM inventory.event_log WHERE (partition, position) = (SELECT partition, max(position) FROM inventory.event_log GROUP BY 1 LIMIT 1)
					I7 | DELETE FROM orders.event_log WHERE type = 'orders.OrderCancelled.v1'
					I7 | DELETE FROM orders.event_log WHERE kind = 'command' AND sequence = 2
					I7 | UPDATE orders.event_log SET type = 'orders.OrderRejected.v1' WHERE type = 'orders.OrderCancelled.v1'
					I7 | UPDATE inventory.stock_told SET reserved = reserved + 1 WHERE sku = (SELECT min(sku) FROM inventory.stock_told)
					I7 | DELETE FROM inventory.stock_told WHERE sku = (SELECT min(sku) FROM inventory.stock_told)
					I7 | UPDATE inventory.event_log SET type = 'inventory.StockRanLow.v1' WHERE type = 'inventory.StockLevelChanged.v1' AND sequence = 2
					I7 | UPDATE inventory.product SET low_stock_at = 1000
					I7 | UPDATE orders.message_sequence SET last = last + 1 WHERE kind = 'command'
					I7 | INSERT INTO orders.outbox (partition, message_id, kind, type, subject, sequence, time, data) SELECT partition, message_id, kind, type, subject, sequence, time, data FROM orders.event_log LIMIT 1
					I7 | DELETE FROM orders.log_partition WHERE partition = (SELECT partition FROM orders.event_log LIMIT 1)
					I8 | UPDATE orders.subscription_cursor SET position = position - 1 WHERE position > 0
					I8 | DELETE FROM reporting.subscription_cursor WHERE position > 0
					I8 | INSERT INTO reporting.subscription_cursor SELECT concat(subscription, '#2'), source, partition, position FROM reporting.subscription_cursor WHERE subscription = 'reporting.sales'
					I10 | UPDATE reporting.generation SET number = 2
					I9 | UPDATE orders.product_copy SET price = price + 1 WHERE sku = (SELECT min(sku) FROM orders.product_copy)
					I9 | DELETE FROM orders.product_copy WHERE sku = (SELECT min(sku) FROM orders.product_copy)
					I10 | UPDATE reporting.sales_day SET revenue = revenue + 1
					I10 | UPDATE reporting.product_day SET units = units + 1
					I10 | UPDATE reporting.customer_day SET orders = orders + 1
					I10 | DELETE FROM reporting.product_day
					I10 | UPDATE reporting.sales_day SET refunded = refunded + 1
					I10 | UPDATE reporting.product_day SET returned = returned + 1
					I10 | UPDATE reporting.customer_day SET returned_units = returned_units + 1
					I10 | UPDATE reporting.customer_day SET generation = 2
					I10 | UPDATE reporting.stock_level SET reserved = reserved + 1
					I10 | DELETE FROM reporting.stock_level
					I10 | INSERT INTO reporting.sale SELECT (jsonb_populate_record(s, '{"generation":2}')).* FROM reporting.sale s LIMIT 1
					I10 | DELETE FROM reporting.export_part
					I10 | UPDATE reporting.export_part SET part = part + 1
					I10 | UPDATE reporting.export_part SET rows = rows + 1
					I10 | UPDATE reporting.export SET rows = rows - 1
					I4 | DELETE FROM orders.order_shortage
					I4 | UPDATE orders.order_shortage SET available = requested
					I6 | DELETE FROM orders.idempotency_key WHERE route LIKE '%/shipment'
					I8 | INSERT INTO reporting.parked (subscription, source, partition, position, message_id, kind, type, subject, sequence, time, data, state) SELECT 'reporting.sales', 'orders', partition, position, message_id, kind, type, subject, sequence, time, data, 'DEAD' FROM orders.event_log LIMIT 1
					I10 | UPDATE reporting.sale SET state = 'DROPPED' WHERE state = 'COUNTED'
					I10 | DELETE FROM reporting.sale WHERE state = 'DROPPED'
					I10 | UPDATE reporting.sale_line SET returned_units = returned_units + 1 WHERE line = 1
					I10 | UPDATE reporting.product SET name = 'another'
					I10 | UPDATE reporting.stock_level SET reserved = reserved + 1
					I10 | DELETE FROM reporting.stock_level
					I11 | DELETE FROM orders.order_line WHERE line = 2
					I11 | UPDATE orders.orders SET total = total + 1 WHERE status = 'CONFIRMED'
					I11 | UPDATE orders.order_line SET quantity = quantity + 1 WHERE line = 2
					I4 | UPDATE orders.order_timeline SET move = 'REJECT' WHERE move = 'CANCEL'
					I4 | UPDATE orders.order_timeline SET status = 'SHIPPED' WHERE move = 'REFUND'
					I7 | UPDATE orders.order_timeline SET move = 'PAY_LATE' WHERE move = 'REFUND'
					I7 | UPDATE orders.event_log SET type = 'orders.OrderPaid.v1' WHERE type = 'orders.OrderRefundDue.v1'
					I11 | UPDATE orders.orders SET refund_due = refund_due + 1 WHERE status = 'PARTLY_RETURNED'
					I11 | UPDATE orders.orders SET refund_due = 0 WHERE status = 'CANCELLED' AND refund_due > 0
					I11 | DELETE FROM orders.payment WHERE late
					I11 | UPDATE orders.payment SET amount = amount - 1 WHERE NOT late
					I11 | DELETE FROM orders.refund
					I3 | UPDATE orders.order_line SET shipped = shipped - 1, delivered = delivered - 1 WHERE shipped > 0
					I4 | UPDATE orders.order_line SET shipped = 1 WHERE shipped = 0
					I4 | UPDATE orders.order_line SET delivered = delivered - 1 WHERE delivered > 0
					I4 | UPDATE orders.order_line SET returned = 0 WHERE returned > 0
					I4 | UPDATE orders.orders SET due_at = now() - interval '1 hour' WHERE status = 'CONFIRMED'
					I7 | UPDATE orders.event_log SET data = replace(data, '"quantity":1', '"quantity":2') WHERE type = 'orders.OrderDelivered.v1' OR type = 'orders.OrderShipped.v1'
					I7 | UPDATE orders.order_timeline SET move = 'DELIVER_PART' WHERE move = 'SHIP_PART'
					I11 | DELETE FROM orders.payment_notice
					I11 | UPDATE orders.payment_notice SET reference = 'another'
					I17 | DELETE FROM auth.erasure
					I17 | UPDATE auth.account SET email = 'back', name = 'back', password_hash = 'back' WHERE email IS NULL
					I17 | INSERT INTO auth.account_token SELECT 'x', account_id, 'RESET', now() FROM auth.erasure
					I17 | UPDATE auth.event_log SET subject = 'somebody' WHERE type = 'auth.AccountErased.v1'
					I17 | UPDATE orders.orders SET ship_to = '"here"' WHERE owner = (SELECT account_id::text FROM auth.erasure)
					I17 | INSERT INTO orders.order_remark SELECT id, 1, 'I moved' FROM orders.orders WHERE owner = (SELECT account_id::text FROM auth.erasure)
					I11 | UPDATE orders.event_log SET data = replace(data, ':200', ':201') WHERE type = 'orders.OrderRefunded.v1'
					I17 | UPDATE orders.audit_entry SET actor = 'somebody' WHERE action = 'order.refunded'
					I17 | DELETE FROM orders.audit_entry WHERE action = 'order.refunded'
					I17 | UPDATE auth.audit_entry SET time = time + interval '1 microsecond' WHERE id = (SELECT min(entry) FROM auth.audit_link)
					I17 | UPDATE inventory.audit_entry SET subject = 'sku:another' WHERE action = 'stock.adjusted'
					I17 | DELETE FROM inventory.audit_link WHERE sequence = 1
					I17 | UPDATE auth.audit_head SET sequence = sequence + 1
					I17 | DELETE FROM auth.audit_entry WHERE action = 'account.erased'
					I17 | INSERT INTO reporting.audit_entry (actor_kind, action, subject, outcome) VALUES ('SYSTEM', 'rebuild.begun', 'x', 'DONE')
					""")
	void isCaught(String invariant, String corruption) throws SQLException {
		try (var connection = connection()) {
			try (var statement = connection.createStatement()) {
				statement.execute("SET LOCAL session_replication_role = replica");
				assertThat(statement.executeUpdate(corruption)).as("rows changed by %s", corruption).isPositive();
			}

			assertThat(shop.system().checker().orElseThrow().brokenThrough(connection)).contains(invariant);

			connection.rollback();
		}
	}

	private static Connection connection() throws SQLException {
		var connection = DriverManager.getConnection(databases.get("orders"), "postgres", "");
		connection.setAutoCommit(false);
		return connection;
	}

}
