package dev.cleave.orders.domain;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;

import dev.cleave.orders.OrderId;
import dev.cleave.orders.domain.Basket.Item;
import dev.cleave.orders.domain.Settlement.Reserved;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static dev.cleave.orders.domain.Baskets.basket;
import static org.assertj.core.api.Assertions.assertThat;

/// Whoever comes first, each race over an order ends in one of the ways that are written down, a thousand times, and the
/// rows say so: docs/order-states.md.
class RacesTests extends OnPostgres {

	private static final int RACES = 1_000;

	private static final Price TOTAL = new Price(1250, "GBP");

	@Autowired
	private ImportingOrders importing;

	@Autowired
	private SettlingOrders settling;

	@Autowired
	private PayingOrders paying;

	@Autowired
	private HearingPayments hearing;

	@Autowired
	private RefundingOrders refunding;

	@Autowired
	private ShippingOrders shipping;

	@Autowired
	private DeliveringOrders delivering;

	@Autowired
	private ReturningOrders returning;

	@Autowired
	private CancellingOrders cancelling;

	@Autowired
	private ExpiringOrders expiring;

	@Autowired
	private CopyingProducts copying;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void sellRoses() {
		this.copying.copy(List.of(new ProductCopy("rose", "Rose", new Price(250, "GBP"), true, 1)));
	}

	@Test
	void betweenAPaymentAndTheDeadline() {
		assertThat(race(confirmed(), pay("in time"), order -> {
			this.jdbc.sql("UPDATE orders SET due_at = now() WHERE id = ? AND status = 'CONFIRMED'")
				.param(order.value())
				.update();
			return this.expiring.expire();
		})).containsOnlyKeys("Paid/Integer → PAID 0 0-0-0 0-0-0: PAY OrderPaid",
				"Late/Integer → EXPIRED 1250 0-0-0 0-0-0: EXPIRE PAY_LATE OrderExpired OrderRefundDue ReleaseStock");
	}

	@Test
	void betweenACancellationAndAShipment() {
		var orders = confirmed();
		assertThat(orders).map(pay("first")).hasOnlyElementsOfType(Payment.Paid.class);

		assertThat(race(orders, order -> this.cancelling.cancel(wish(order), "no longer wanted"),
				order -> this.shipping.ship(wish(order), List.of())))
			.containsOnlyKeys(
					"Cancelled/Illegal → CANCELLED 1250 0-0-0 0-0-0: CANCEL OrderCancelled OrderRefundDue ReleaseStock",
					"Illegal/Done → SHIPPED 0 3-0-0 2-0-0: SHIP OrderShipped ShipStock");
	}

	@Test
	void betweenTwoCallbacksUnderOneId() {
		assertThat(race(confirmed(), hear("one"), hear("other")))
			.containsOnlyKeys("Heard/Heard → PAID 0 0-0-0 0-0-0: PAY OrderPaid");
	}

	/// All races that an order can come through, one after the other.
	@Test
	void allThroughALife() {
		var orders = confirmed();

		assertThat(race(orders, pay("one"), pay("other"))).containsOnlyKeys(
				"Paid/Late → PAID 1250 0-0-0 0-0-0: PAY PAY_LATE OrderPaid OrderRefundDue",
				"Late/Paid → PAID 1250 0-0-0 0-0-0: PAY PAY_LATE OrderPaid OrderRefundDue");
		assertThat(race(orders, refund("one"), refund("other"))).containsOnlyKeys(
				"Refunded/NothingDue → PAID 0 0-0-0 0-0-0: REFUND OrderRefunded",
				"NothingDue/Refunded → PAID 0 0-0-0 0-0-0: REFUND OrderRefunded");
		assertThat(race(orders, ship(Part.of(1, 2)), ship(Part.of(2, 1), Part.of(1, 2)))).containsOnlyKeys(
				"Done/Excessive → PARTLY_SHIPPED 0 2-0-0 0-0-0: SHIP_PART OrderShipped ShipStock",
				"Excessive/Done → PARTLY_SHIPPED 0 2-0-0 1-0-0: SHIP_PART OrderShipped ShipStock");
		assertThat(race(orders, ship(Part.of(1, 1)), ship(Part.of(2, 1)))).containsOnlyKeys(
				"Done/Done → PARTLY_SHIPPED 0 3-0-0 1-0-0: SHIP_PART SHIP_PART OrderShipped OrderShipped ShipStock ShipStock",
				"Done/Done → SHIPPED 0 3-0-0 2-0-0: SHIP_PART SHIP OrderShipped OrderShipped ShipStock ShipStock");
		assertThat(orders).map(ship()).hasOnlyElementsOfTypes(Fulfilment.Done.class, Standstill.Illegal.class);
		assertThat(race(orders, order -> this.delivering.deliver(wish(order), List.of()),
				order -> this.returning.takeBack(wish(order), List.of(), null, null)))
			.containsOnlyKeys("Done/Illegal → DELIVERED 0 3-3-0 2-2-0: DELIVER OrderDelivered",
					"Done/Done → RETURNED 1250 3-3-3 2-2-2: DELIVER RETURN OrderDelivered OrderReturned OrderRefundDue ReturnStock");
	}

	/// How often each end was seen: what both were told, and what the rows say.
	private Map<String, Integer> race(List<OrderId> orders, Function<OrderId, ?> one, Function<OrderId, ?> other) {
		var chronicle = Chronicle.begin(this.jdbc, orders);
		var told = Rivals.race(orders, one, other);
		var stories = chronicle.stories();
		var ends = new TreeMap<String, Integer>();
		IntStream.range(0, orders.size())
			.forEach(index -> ends.merge(told.get(index) + " → " + stories.get(orders.get(index)), 1, Integer::sum));
		return ends;
	}

	/// Orders of three and two roses.
	private List<OrderId> confirmed() {
		var shop = UUID.randomUUID().toString();
		for (var chunk = 0; chunk < RACES / 100; chunk++) {
			var first = chunk * 100;
			this.importing.take(IntStream.range(first, first + 100)
				.mapToObj(number -> basket(shop + number, new Item("rose", 3, null), new Item("rose", 2, null)))
				.toList());
		}
		var orders = this.jdbc.sql("SELECT id FROM orders WHERE reference LIKE ? || '%'")
			.param(shop)
			.query(UUID.class)
			.list()
			.stream()
			.map(OrderId::new)
			.toList();
		this.settling.settle(orders.stream().map(order -> Told.of(order, new Reserved())).toList());
		assertThat(orders).hasSize(RACES);
		return orders;
	}

	private Function<OrderId, Payment> pay(String reference) {
		return order -> this.paying.pay(wish(order), reference + order, TOTAL);
	}

	private Function<OrderId, Hearing> hear(String reference) {
		return order -> this.hearing
			.hear(new PaymentNotice("told of " + order, PaymentNotice.Kind.CAPTURED, order, reference + order, TOTAL));
	}

	private Function<OrderId, Refund> refund(String reference) {
		return order -> this.refunding.refund(wish(order), reference + order, null);
	}

	private Function<OrderId, Fulfilment> ship(Part... parts) {
		return order -> this.shipping.ship(wish(order), List.of(parts));
	}

	private static Wish wish(OrderId order) {
		return Wish.blind(order, "clerk");
	}

}
