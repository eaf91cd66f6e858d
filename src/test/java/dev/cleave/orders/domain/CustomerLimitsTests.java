package dev.cleave.orders.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import dev.cleave.orders.domain.Basket.Item;
import dev.cleave.orders.domain.Placement.Invalid;
import dev.cleave.orders.domain.Placement.Limited;
import dev.cleave.orders.domain.Placement.Placed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

/// That nobody gets more than one customer may have.
@Tag("S29")
class CustomerLimitsTests extends OnPostgres {

	private static final Duration DAY = Duration.ofDays(1);

	private final String robot = UUID.randomUUID().toString();

	@Autowired
	private CopyingProducts copying;

	@Autowired
	private ProductCopies products;

	@Autowired
	private NewOrders newOrders;

	@Autowired
	private PlacedOrders orders;

	@Autowired
	private OrderSettings settings;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionOperations transaction;

	@BeforeEach
	void offer() {
		this.copying.copy(List.of(new ProductCopy("console", "Console", new Price(250, "GBP"), true, 1),
				new ProductCopy("cable", "Cable", new Price(1, "GBP"), true, 1)));
	}

	@Test
	void limitNobodyUnlessToldSo() {
		assertThat(place(new LimitSettings(0, 0, 0, DAY), this.robot, new Item("console", 1_000_000, null)))
			.isInstanceOf(Placed.class);
	}

	@Test
	void limitTheUnitsOfAProductInAnOrderHoweverManyLinesItHas() {
		var limits = new LimitSettings(2, 0, 0, DAY);

		assertThat(place(limits, this.robot, new Item("console", 2, null))).isInstanceOf(Placed.class);
		assertThat(place(limits, this.robot, new Item("cable", 2, null), new Item("console", 1, null),
				new Item("console", 2, null)))
			.isInstanceOfSatisfying(Invalid.class,
					(invalid) -> assertThat(invalid.faults()).extracting(LineFault::index, LineFault::code)
						.containsExactly(tuple(1, "units-limited"), tuple(2, "units-limited")));
	}

	@Test
	void limitTheOrdersThatARobotHoldsAtOnce() {
		var limits = new LimitSettings(0, 3, 0, DAY);

		var outcomes = atOnce(24, () -> place(limits, this.robot, new Item("console", 1, null)));

		assertThat(outcomes).filteredOn(Placed.class::isInstance).hasSize(3);
		assertThat(outcomes).filteredOn(Limited.class::isInstance)
			.hasSize(21)
			.allSatisfy((limited) -> assertThat(((Limited) limited).code()).isEqualTo("open-orders-limited"));
		this.jdbc.sql("UPDATE orders SET status = 'EXPIRED', due_at = NULL WHERE owner = ?").param(this.robot).update();
		assertThat(place(limits, this.robot, new Item("console", 1, null))).isInstanceOf(Placed.class);
	}

	@Test
	void limitTheUnitsOfAProductThatARobotGetsInAPeriod() {
		var limits = new LimitSettings(0, 0, 5, DAY);

		atOnce(24, () -> place(limits, this.robot, new Item("console", 2, null)));

		assertThat(units()).isEqualTo(4);
		assertThat(place(limits, this.robot, new Item("console", 1, null))).isInstanceOf(Placed.class);
		assertThat(place(limits, this.robot, new Item("cable", 5, null))).isInstanceOf(Placed.class);
		assertThat(place(limits, this.robot, new Item("console", 1, null))).isInstanceOf(Limited.class);
		this.jdbc.sql("UPDATE orders SET placed_at = placed_at - interval '25 hours' WHERE owner = ?")
			.param(this.robot)
			.update();
		assertThat(place(limits, this.robot, new Item("console", 5, null))).isInstanceOf(Placed.class);
	}

	@Test
	void limitNobodyWhoOrdersForOthers() {
		var limits = new LimitSettings(1, 1, 1, DAY);

		for (var customer : new @Nullable String[] { null, "somebody" }) {
			assertThat(IntStream.range(0, 3).mapToObj((_) -> place(limits, customer, new Item("console", 3, null))))
				.allSatisfy((outcome) -> assertThat(outcome).isInstanceOf(Placed.class));
		}
	}

	@Test
	void arePossible() {
		assertThatIllegalArgumentException().isThrownBy(() -> new LimitSettings(-1, 0, 0, DAY));
		assertThatIllegalArgumentException().isThrownBy(() -> new LimitSettings(0, -1, 0, DAY));
		assertThatIllegalArgumentException().isThrownBy(() -> new LimitSettings(0, 0, -1, DAY));
		assertThatIllegalArgumentException().isThrownBy(() -> new LimitSettings(0, 0, 0, Duration.ZERO));
	}

	@Test
	void hideNoOrderFromWhoeverAsksForItAgain() {
		var limits = new LimitSettings(0, 1, 0, DAY);
		var reference = UUID.randomUUID().toString();

		assertThat(place(limits, this.robot, reference, new Item("console", 1, null))).isInstanceOf(Placed.class);
		assertThat(place(limits, this.robot, reference, new Item("console", 1, null)))
			.isInstanceOf(Placement.ReferenceTaken.class);
	}

	private Placement place(LimitSettings limits, @Nullable String customer, Item... items) {
		return place(limits, customer, null, items);
	}

	private Placement place(LimitSettings limits, @Nullable String customer, @Nullable String reference,
			Item... items) {
		var placing = new PlacingOrders(this.products, this.newOrders, this.orders, this.settings,
				new CustomerLimits(limits, this.jdbc));
		var basket = new Basket(this.robot, customer, reference, null, PaymentTerms.PREPAID, null, Instant.now(), false,
				List.of(items));
		return this.transaction.execute((tx) -> placing.place(List.of(new Asking(basket, null))).getFirst());
	}

	private static List<Placement> atOnce(int times, Supplier<Placement> placing) {
		try (var robots = Executors.newFixedThreadPool(3)) {
			return IntStream.range(0, times)
				.mapToObj((_) -> CompletableFuture.supplyAsync(placing, robots))
				.toList()
				.stream()
				.map(CompletableFuture::join)
				.toList();
		}
	}

	private long units() {
		return this.jdbc.sql("SELECT sum(quantity) FROM order_line JOIN orders ON id = order_id WHERE owner = ?")
			.param(this.robot)
			.query(Long.class)
			.single();
	}

}
