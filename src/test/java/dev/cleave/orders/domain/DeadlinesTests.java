package dev.cleave.orders.domain;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import dev.cleave.orders.OrderId;
import dev.cleave.orders.domain.Placement.Placed;
import dev.cleave.orders.domain.Settlement.Reserved;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static dev.cleave.orders.domain.Baskets.basket;
import static dev.cleave.orders.domain.Baskets.historic;
import static org.assertj.core.api.Assertions.assertThat;

class DeadlinesTests extends OnPostgres {

	private static final Reader STAFF = new Reader("staff", true);

	@Autowired
	private PlacingOrders placing;

	@Autowired
	private ImportingOrders importing;

	@Autowired
	private SettlingOrders settling;

	@Autowired
	private PayingOrders paying;

	@Autowired
	private ExpiringOrders expiring;

	@Autowired
	private FindingOrders finding;

	@Autowired
	private CopyingProducts copying;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void sellRoses() {
		this.copying.copy(List.of(new ProductCopy("rose", "Rose", new Price(250, "GBP"), true, 1)));
	}

	@Test
	void giveAnOrderSomeTimeToBeSettledAndThenToBePaid() {
		var order = place();

		assertThat(left(order)).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(10));
		confirm(order);
		assertThat(left(order)).isBetween(Duration.ofMinutes(14), Duration.ofMinutes(15));
		this.paying.pay(Wish.blind(order, "till"), "paid-" + order, new Price(250, "GBP"));
		assertThat(left(order)).isNull();
	}

	@Test
	void areNotForOrdersOfThePastNorForThoseOnInvoice() {
		var reference = UUID.randomUUID().toString();
		this.importing.take(List.of(historic(reference, 1)));
		var past = this.finding.list(new OrderQuery(null, null, reference, null, null, false), STAFF, null, 1)
			.getFirst()
			.id();

		assertThat(left(past)).isNull();
		confirm(past);
		assertThat(left(past)).isNull();
	}

	@Test
	void endOrdersThatAreNotPaidInTime() {
		var order = place();
		confirm(order);

		runOut(List.of(order));

		assertThat(this.finding.find(order, STAFF).orElseThrow().status()).isEqualTo(OrderStatus.EXPIRED);
		assertThat(words(order)).endsWith("Not paid in time");
		assertThat(this.paying.pay(Wish.blind(order, "till"), "late-" + order, new Price(250, "GBP")))
			.isInstanceOfSatisfying(Payment.Late.class, late -> assertThat(late.order().refundDue()).isEqualTo(250));
	}

	@Test
	void endOrdersThatNobodySettles() {
		var order = place();

		runOut(List.of(order));
		confirm(order);

		assertThat(this.finding.find(order, STAFF).orElseThrow().status()).isEqualTo(OrderStatus.CANCELLED);
		assertThat(words(order)).containsExactly("Placed", "Cancelled at its deadline: not settled");
	}

	@Test
	void endEachOrderOnceHoweverManyNodesLook() {
		var orders = IntStream.range(0, 3 * ExpiringOrders.BATCH).mapToObj(number -> place()).toList();

		runOut(orders);

		assertThat(orders).allMatch(order -> this.finding.find(order, STAFF).orElseThrow().version() == 2);
		assertThat(this.jdbc
			.sql("SELECT count(*) FROM outbox WHERE type = 'inventory.ReleaseStock.v1' AND subject = ANY (?)")
			.param(orders.stream().map(OrderId::toString).toArray(String[]::new))
			.query(Long.class)
			.single()).isEqualTo(orders.size());
	}

	private OrderId place() {
		return ((Placed) this.placing.place(List.of(new Asking(basket(null, 1), null))).getFirst()).order().id();
	}

	private void confirm(OrderId order) {
		this.settling.settle(List.of(Told.of(order, new Reserved())));
	}

	/// Three nodes look, besides the one that looks every second.
	private void runOut(List<OrderId> orders) {
		this.jdbc.sql("UPDATE orders SET due_at = now() WHERE id = ANY (?::uuid[])")
			.param(Columns.texts(orders, order -> order))
			.update();
		while (this.jdbc.sql("SELECT EXISTS (SELECT FROM orders WHERE due_at <= now())")
			.query(Boolean.class)
			.single()) {
			CompletableFuture
				.allOf(IntStream.range(0, 3)
					.mapToObj(node -> CompletableFuture.runAsync(this.expiring::expire))
					.toArray(CompletableFuture[]::new))
				.join();
		}
	}

	private Duration left(OrderId order) {
		return this.jdbc.sql("SELECT extract(epoch FROM due_at - now()) FROM orders WHERE id = ?")
			.param(order.value())
			.query((row, number) -> (row.getObject(1) != null) ? Duration.ofSeconds(row.getLong(1)) : null)
			.optional()
			.orElse(null);
	}

	private List<String> words(OrderId order) {
		var timeline = this.finding.timeline(order, STAFF).orElseThrow();
		return timeline.stream().map(new Wording(timeline)::of).toList();
	}

}
