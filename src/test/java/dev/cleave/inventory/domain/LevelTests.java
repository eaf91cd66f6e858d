package dev.cleave.inventory.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import dev.cleave.inventory.InventoryTest;
import dev.cleave.inventory.commands.Line;
import dev.cleave.inventory.commands.ReserveStock;
import dev.cleave.platform.messaging.Message;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// What others are told of how much there is. The context's own teller tells along.
@InventoryTest
class LevelTests {

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ImportingProducts importing;

	@Autowired
	private KeepingCatalogue keeping;

	@Autowired
	private BookingStock booking;

	@Autowired
	private ReservingStock reserving;

	@Autowired
	private ReadingStock reading;

	@Autowired
	private TellingLevels telling;

	@Test
	void tellsOnceThatAProductRanLowHoweverManyOrdersTakeOfIt() throws Exception {
		var sku = product(100, 50L);

		withTwoTellers(sku, IntStream.range(0, 90).mapToObj(number -> buying(sku)).toList());
		assertThat(crossings(sku)).containsExactly("StockRanLow");
		withTwoTellers(sku, IntStream.range(0, 45).mapToObj(number -> receiving(sku)).toList());

		assertThat(crossings(sku)).containsExactly("StockRanLow", "StockRecovered");
		assertThat(told(sku)).isEqualTo("145 on hand, 90 reserved, low at 50, version 136");
		assertThat(levelsTold(sku)).isLessThanOrEqualTo(136);
	}

	@Test
	void tellsEachTimeItRunsLowAndRecoversInTurns() throws Exception {
		var sku = product(60, 50L);
		var moves = new ArrayList<Callable<Object>>();
		IntStream.range(0, 60).forEach(number -> {
			moves.add(buying(sku));
			moves.add(receiving(sku));
			moves.add(adjusting(sku, (number % 2 == 0) ? 15 : -15));
		});
		Collections.shuffle(moves, new Random(3));

		withTwoTellers(sku, moves);

		var crossings = crossings(sku);
		for (int i = 0; i < crossings.size(); i++) {
			assertThat(crossings.get(i)).isEqualTo((i % 2 == 0) ? "StockRanLow" : "StockRecovered");
		}
		var stock = this.reading.now(sku).orElseThrow();
		assertThat(told(sku)).isEqualTo("%d on hand, %d reserved, low at 50, version %d".formatted(stock.onHand(),
				stock.reserved(), stock.version()));
		assertThat(crossings.size() % 2 == 1).as("low in the end").isEqualTo(stock.available() < 50);
	}

	@Test
	void tellsWhenTheThresholdPassesTheLevel() {
		var sku = product(10, null);
		this.telling.tell(List.of(sku));
		assertThat(crossings(sku)).isEmpty();

		put(sku, 11L);
		put(sku, 12L);
		put(sku, 10L);
		put(sku, 20L);
		put(sku, null);

		assertThat(crossings(sku)).containsExactly("StockRanLow", "StockRecovered", "StockRanLow", "StockRecovered");
		assertThat(told(sku)).isEqualTo("10 on hand, 0 reserved, low at null, version 1");
	}

	@Test
	void tellsOfAProductOfWhichThereWasNeverAny() {
		var sku = product(0, 1L);

		this.telling.tell(List.of(sku, "no such product"));
		this.telling.tell(List.of(sku));

		assertThat(told(sku)).isEqualTo("0 on hand, 0 reserved, low at 1, version 0");
		assertThat(crossings(sku)).containsExactly("StockRanLow");
		assertThat(levelsTold(sku)).isOne();
	}

	@Test
	void tellsByItselfSoonAfterwards() {
		var sku = product(3, 2L);
		buy(sku);
		buy(sku);

		await().atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(told(sku)).isEqualTo("3 on hand, 2 reserved, low at 2, version 3"));
		assertThat(crossings(sku)).containsExactly("StockRanLow");
	}

	@Test
	void findsWhatAProcessThatDiedHasForgotten() {
		var sku = product(3, 2L);
		this.telling.tell(List.of(sku));
		assertThat(this.telling.forgotten(TouchedProducts.MOST)).doesNotContain(sku);

		this.jdbc.sql("UPDATE stock_told SET version = 0 WHERE sku = ?").param(sku).update();

		assertThat(this.telling.forgotten(TouchedProducts.MOST)).contains(sku);
		this.telling.tell(List.of(sku));
		assertThat(this.telling.forgotten(TouchedProducts.MOST)).doesNotContain(sku);
	}

	/// Does all that at once while two tell what they see, and has the end told.
	private void withTwoTellers(String sku, List<Callable<Object>> moves) throws Exception {
		var left = new AtomicInteger(moves.size());
		try (var threads = Executors.newFixedThreadPool(6)) {
			var work = new ArrayList<Future<?>>();
			for (int teller = 0; teller < 2; teller++) {
				work.add(threads.submit(() -> {
					do {
						this.telling.tell(List.of(sku));
					}
					while (left.get() > 0);
				}));
			}
			moves.forEach(move -> work.add(threads.submit(() -> {
				try {
					return move.call();
				}
				finally {
					left.decrementAndGet();
				}
			})));
			for (var one : work) {
				one.get();
			}
		}
		this.telling.tell(List.of(sku));
	}

	private Callable<Object> buying(String sku) {
		return Executors.callable(() -> buy(sku));
	}

	private Callable<Object> receiving(String sku) {
		return () -> this.booking.receive(new StockMove(sku, "main", 1, "delivery", null, "me"));
	}

	private Callable<Object> adjusting(String sku, long quantity) {
		return () -> this.booking.adjust(new StockMove(sku, "main", quantity, "counted", null, "me"));
	}

	private void buy(String sku) {
		var command = new ReserveStock(UUID.randomUUID().toString(), List.of(new Line(sku, 1)));
		this.reserving.carryOut(List.of(new Message<>(UUID.randomUUID(), "test", "orders", command.reference(), 1,
				Instant.EPOCH, null, command)));
	}

	private void put(String sku, @Nullable Long lowStockAt) {
		this.keeping.put(offer(sku, lowStockAt), version -> {
		});
		this.telling.tell(List.of(sku));
	}

	private String product(long quantity, @Nullable Long lowStockAt) {
		var sku = "level-" + UUID.randomUUID();
		this.importing.take(List.of(new CatalogueLine(offer(sku, lowStockAt), quantity)), "test");
		return sku;
	}

	private static ProductOffer offer(String sku, @Nullable Long lowStockAt) {
		return new ProductOffer(sku, "Cup", null, 100, "GBP", ProductStatus.ACTIVE, lowStockAt);
	}

	private List<String> crossings(String sku) {
		return said(sku).stream().filter(type -> !type.equals("StockLevelChanged")).toList();
	}

	private long levelsTold(String sku) {
		return said(sku).stream().filter("StockLevelChanged"::equals).count();
	}

	private List<String> said(String sku) {
		return this.jdbc.sql("""
				SELECT substring(type FROM 'inventory.(.*).v1') FROM (
					SELECT type, sequence FROM outbox WHERE subject = :sku
					UNION SELECT type, sequence FROM event_log WHERE subject = :sku) said
				WHERE type LIKE 'inventory.Stock%' ORDER BY sequence
				""").param("sku", sku).query(String.class).list();
	}

	/// The level told last.
	private String told(String sku) {
		return this.jdbc.sql("""
				SELECT format('%s on hand, %s reserved, low at %s, version %s', data ->> 'onHand', data ->> 'reserved',
					coalesce(data ->> 'lowAt', 'null'), data ->> 'version')
				FROM (
					SELECT data::json AS data, type, sequence FROM outbox WHERE subject = :sku
					UNION ALL SELECT data::json, type, sequence FROM event_log WHERE subject = :sku) said
				WHERE type = 'inventory.StockLevelChanged.v1' ORDER BY sequence DESC LIMIT 1
				""").param("sku", sku).query(String.class).optional().orElse("nothing");
	}

}
