package dev.cleave.orders.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.cleave.orders.OrderId;
import dev.cleave.orders.domain.Basket.Item;
import dev.cleave.orders.domain.Cancellation.Cancelled;
import dev.cleave.orders.domain.Placement.Placed;
import dev.cleave.orders.domain.Placement.ReferenceTaken;
import dev.cleave.orders.domain.Rejection.Shortage;
import dev.cleave.orders.domain.Settlement.Refused;
import dev.cleave.orders.domain.Settlement.Reserved;
import dev.cleave.orders.domain.Settlement.Revoked;
import dev.cleave.platform.web.Idempotency;
import dev.cleave.platform.web.IdempotencyKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

import static dev.cleave.orders.domain.Baskets.basket;
import static dev.cleave.orders.domain.Baskets.historic;
import static dev.cleave.orders.domain.Baskets.items;
import static org.assertj.core.api.Assertions.assertThat;

/// The use cases on a real database.
class OrdersOnPostgresTests extends OnPostgres {

	private static final Reader STAFF = new Reader("staff", true);

	@Autowired
	private PlacingOrders placing;

	@Autowired
	private SettlingOrders settling;

	@Autowired
	private CancellingOrders cancelling;

	@Autowired
	private ErasingPersons erasing;

	@Autowired
	private HearingPayments hearing;

	@Autowired
	private ImportingOrders importing;

	@Autowired
	private FindingOrders finding;

	@Autowired
	private CopyingProducts copying;

	@Autowired
	private SettlementWatch watch;

	@Autowired
	private Idempotency idempotency;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void sellRoses() {
		this.copying.copy(List.of(new ProductCopy("rose", "Rose", new Price(250, "GBP"), true, 1)));
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 10, 1_000 })
	void placesAnOrderOfAnySizeByAtMostEightStatements(int lines) {
		place(basket(null, lines));

		var sent = Statements.sentBy(() -> this.idempotency.once(key(), "the request",
				() -> ResponseEntity.status(201).body(place(basket(null, lines)).lines().size())));

		assertThat(sent).as("statements with BEGIN and COMMIT").isEqualTo(7);
	}

	@Test
	void asksForTheUnitsOfEachSkuOnce() {
		this.copying.copy(List.of(new ProductCopy("Aster", "Aster", new Price(1, "GBP"), true, 1)));
		var order = place(
				basket(null, new Item("rose", 2, null), new Item("Aster", 1, null), new Item("rose", 3, null)));

		assertThat(said(order)).hasSize(2)
			.element(1)
			.asString()
			.contains("[{\"sku\":\"Aster\",\"quantity\":1},{\"sku\":\"rose\",\"quantity\":5}]");
	}

	@Test
	void showsAnOrderAsItWasPlaced() {
		var order = place(basket("shown", 3));

		assertThat(this.finding.find(order.id(), STAFF)).contains(order);
		assertThat(this.finding.find(order.id(), new Reader("ada", false))).contains(order);
		assertThat(this.finding.find(order.id(), new Reader("eve", false))).isEmpty();
		assertThat(this.finding.timeline(order.id(), new Reader("eve", false))).isEmpty();
	}

	@Test
	void givesAReferenceToOneOrderOnly() {
		var first = place(basket("once", 1));

		assertThat(this.placing.place(List.of(new Asking(basket("once", 2), null))).getFirst())
			.isEqualTo(new ReferenceTaken(first));
		assertThat(count("order_line l JOIN orders o ON o.id = l.order_id WHERE reference = 'once'")).isOne();
	}

	@Test
	void settlesManyOrdersAtOnce() {
		var orders = IntStream.range(0, 50).mapToObj(number -> place(basket(null, 1))).toList();
		var refused = new Rejection("insufficient-stock", List.of(new Shortage("rose", 1, 0)));
		var settlements = new ArrayList<Settlement>();
		orders.forEach(order -> settlements
			.add(Told.of(order.id(), (settlements.size() % 2 == 0) ? new Reserved() : new Refused(refused))));
		settlements.add(Told.of(OrderId.next(), new Reserved()));

		var sent = Statements.sentBy(() -> this.settling.settle(settlements));

		assertThat(sent).as("statements, however many orders").isEqualTo(7);
		assertThat(now(orders.get(0)).status()).isEqualTo(OrderStatus.CONFIRMED);
		assertThat(now(orders.get(1)).rejection()).isEqualTo(refused);
		assertThat(now(orders.get(1)).version()).isEqualTo(2);
		assertThat(this.finding.timeline(orders.get(1).id(), STAFF).orElseThrow()).extracting(Step::cause)
			.containsExactly(null, settlements.get(1).told().id());
	}

	@Test
	void takesTheStepsOfOneOrderInABatchOneByOne() {
		var order = place(basket(null, 1));

		this.settling.settle(List.of(Told.of(order.id(), new Reserved()), Told.of(order.id(), new Revoked("counted"))));

		assertThat(now(order).status()).isEqualTo(OrderStatus.CANCELLED);
		assertThat(now(order).version()).isEqualTo(3);
		assertThat(this.finding.timeline(order.id(), STAFF).orElseThrow()).extracting(Step::sequence)
			.containsExactly(1L, 2L, 3L);
	}

	@Test
	void staysCancelledWhenTheStockComesTooLate() {
		var order = place(basket(null, 1));

		cancel(order);
		this.settling.settle(List.of(Told.of(order.id(), new Reserved())));

		assertThat(now(order).status()).isEqualTo(OrderStatus.CANCELLED);
		assertThat(said(order)).hasSize(4).last().asString().contains("called off by its owner");
		assertThat(said(order)).noneMatch(message -> message.contains("changed my mind"));
		assertThat(this.finding.timeline(order.id(), STAFF).orElseThrow().getLast().detail())
			.isEqualTo("changed my mind");
	}

	@Test
	void forgetsPersonsAndLooksForThemAgain() {
		var early = place(addressed("zoe", "zoe"));
		var others = place(addressed("yan", "yan"));
		var phoned = place(addressed("clerk", "yan"));
		var nobodys = place(addressed("clerk", null));
		this.cancelling.cancel(new Wish(early.id(), new Reader("zoe", false), version -> true), "I moved");
		this.erasing.erase(List.of("zoe", "clerk", "zoe"));
		var late = place(addressed("zoe", "zoe"));

		assertThat(now(early).shipTo()).isNull();
		assertThat(now(early).total()).isEqualTo(early.total());
		assertThat(this.finding.timeline(early.id(), STAFF).orElseThrow().getLast().detail())
			.isEqualTo("called off by its owner");
		assertThat(now(others).shipTo()).isEqualTo("\"here\"");
		assertThat(now(phoned).shipTo()).isEqualTo("\"here\"");
		assertThat(now(nobodys).shipTo()).isNull();
		this.erasing.eraseWhatCameLate();
		assertThat(now(late).shipTo()).isNotNull();
		this.jdbc.sql("UPDATE erased_caller SET due_at = now()").update();
		this.erasing.eraseWhatCameLate();
		assertThat(now(late).shipTo()).isNull();
		assertThat(this.jdbc.sql("SELECT caller FROM erased_caller").query(String.class).list()).isEmpty();
	}

	@Test
	void hearsOfMoneyOnceAndAlsoWhenItIsTooLate() {
		var order = place(basket(null, 1));
		var captured = new PaymentNotice("n-1", PaymentNotice.Kind.CAPTURED, order.id(), "p-1", new Price(250, "GBP"));

		assertThat(this.hearing.hear(captured)).isEqualTo(new Hearing.TooEarly(OrderStatus.PENDING));
		this.settling.settle(List.of(Told.of(order.id(), new Reserved())));
		this.jdbc.sql("UPDATE orders SET status = 'EXPIRED', due_at = NULL WHERE id = ?")
			.param(order.id().value())
			.update();

		assertThat(this.hearing.hear(captured)).isEqualTo(new Hearing.Heard(Hearing.Effect.REFUND_DUE));
		assertThat(this.hearing.hear(captured)).isEqualTo(new Hearing.Heard(Hearing.Effect.NONE));
		assertThat(now(order).status()).isEqualTo(OrderStatus.EXPIRED);
		assertThat(now(order).refundDue()).isEqualTo(250);
	}

	@Test
	void takesTurnsWhenAnOrderIsCancelledAndSettledAtOnce() {
		var orders = IntStream.range(0, 40).mapToObj(number -> place(basket(null, 1))).toList();

		var settled = CompletableFuture.runAsync(() -> orders.forEach(
				order -> this.settling.settle(orders.stream().map(any -> Told.of(any.id(), new Reserved())).toList())));
		var cancelled = orders.stream().map(this::cancel).toList();
		settled.join();

		assertThat(cancelled).allMatch(Cancelled.class::isInstance);
		assertThat(orders).allMatch(order -> now(order).status() == OrderStatus.CANCELLED);
		assertThat(orders)
			.allMatch(order -> now(order).version() == this.finding.timeline(order.id(), STAFF).orElseThrow().size());
	}

	@Test
	void cancelsOnlyWhatTheCallerMaySeeAndHasSeen() {
		var order = place(basket(null, 1));

		assertThat(this.cancelling.cancel(new Wish(order.id(), new Reader("eve", false), version -> true), "spite"))
			.isEqualTo(new Standstill.Unknown());
		assertThat(this.cancelling.cancel(new Wish(order.id(), STAFF, version -> version == 2), "stale"))
			.isEqualTo(new Standstill.Stale());
		cancel(order);
		assertThat(cancel(order))
			.isEqualTo(new Standstill.Illegal(Move.CANCEL, OrderStatus.CANCELLED, List.of(Move.PAY_LATE, Move.REFUND)));
	}

	@Test
	void takesOrdersOfThePastOnce() {
		var past = Stream.of("past-1", "past-2", "past-1").map(reference -> historic(reference, 2)).toList();

		assertThat(this.importing.take(past)).containsExactly(new Taking.Taken(), new Taking.Taken(),
				new Taking.Known());
		assertThat(this.importing.take(past)).containsOnly(new Taking.Known());
		assertThat(this.importing.take(List.of(historic("past-1", 3)))).singleElement()
			.isInstanceOfSatisfying(Taking.Refused.class,
					refused -> assertThat(refused.code()).isEqualTo("reference-taken"));
		assertThat(count("orders WHERE reference LIKE 'past-%'")).isEqualTo(2);
	}

	@Test
	void listsFromTheYoungestPageByPage() {
		var reader = new Reader("lister", false);
		var placed = IntStream.range(0, 5)
			.mapToObj(number -> place(new Basket("lister", "c", null, null, PaymentTerms.PREPAID, null,
					Instant.parse("2026-01-0%dT00:00:00Z".formatted(1 + number / 2)), false, items(1))))
			.toList();
		var all = new OrderQuery(null, "c", null, null, null, false);

		var first = this.finding.list(all, reader, null, 3);
		var end = new OrderQuery.Position(first.getLast().placedAt(), first.getLast().id().value());
		var second = this.finding.list(all, reader, end, 3);

		assertThat(Stream.concat(first.stream(), second.stream())).containsExactlyInAnyOrderElementsOf(placed);
		assertThat(first.getFirst()).isEqualTo(placed.getLast());
		assertThat(this.finding.list(new OrderQuery(OrderStatus.PENDING, null, null,
				Instant.parse("2026-01-02T00:00:00Z"), Instant.parse("2026-01-03T00:00:00Z"), false), reader, null, 9))
			.hasSize(2);
	}

	@Test
	void keepsTheNewestOfWhatIsToldOfAProduct() {
		this.copying.copy(List.of(new ProductCopy("iris", "Newer", new Price(2, "GBP"), true, 2),
				new ProductCopy("iris", "Older", new Price(1, "GBP"), true, 1)));
		this.copying.copy(List.of(new ProductCopy("iris", "Older", new Price(1, "GBP"), true, 1)));

		assertThat(place(basket(null, new Item("iris", 1, null))).lines()).extracting(OrderLine::name)
			.containsExactly("Newer");
		assertThat(this.copying.knows(List.of("iris", "rose", "rose"))).isTrue();
		assertThat(this.copying.knows(List.of("iris", "unheard of"))).isFalse();
	}

	@Test
	void seesASettlementThatAnotherNodeMade() {
		var order = place(basket(null, 1));
		var waiting = CompletableFuture.supplyAsync(() -> {
			this.watch.await(order.id(), Duration.ofSeconds(10));
			return System.nanoTime();
		});
		this.watch.await(order.id(), Duration.ofMillis(50));

		var settled = System.nanoTime();
		this.jdbc.sql("UPDATE orders SET status = 'CONFIRMED' WHERE id = ?").param(order.id().value()).update();

		assertThat(Duration.ofNanos(waiting.join() - settled)).isLessThan(Duration.ofMillis(500));
	}

	private PlacedOrder place(Basket basket) {
		return ((Placed) this.placing.place(List.of(new Asking(basket, null))).getFirst()).order();
	}

	private static Basket addressed(String owner, String customer) {
		var basket = basket(null, 1);
		return new Basket(owner, customer, null, null, basket.terms(), "\"here\"", basket.placedAt(), false,
				basket.items());
	}

	private Cancellation cancel(PlacedOrder order) {
		return this.cancelling.cancel(new Wish(order.id(), new Reader("ada", false), version -> true),
				"changed my mind");
	}

	private PlacedOrder now(PlacedOrder order) {
		return this.finding.find(order.id(), STAFF).orElseThrow();
	}

	private List<String> said(PlacedOrder order) {
		return this.jdbc
			.sql("SELECT data FROM outbox WHERE subject = ? UNION ALL SELECT data FROM event_log WHERE subject = ?")
			.params(order.id().toString(), order.id().toString())
			.query(String.class)
			.list();
	}

	private long count(String from) {
		return this.jdbc.sql("SELECT count(*) FROM " + from).query(Long.class).single();
	}

	private static IdempotencyKey key() {
		return new IdempotencyKey("ada", "POST /orders", UUID.randomUUID().toString(), "/orders");
	}

}
