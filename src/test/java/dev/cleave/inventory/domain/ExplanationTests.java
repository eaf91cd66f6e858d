package dev.cleave.inventory.domain;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;

import dev.cleave.inventory.InventoryTest;
import dev.cleave.inventory.commands.Line;
import dev.cleave.inventory.commands.ReleaseStock;
import dev.cleave.inventory.commands.ReservationCommand;
import dev.cleave.inventory.commands.ReserveStock;
import dev.cleave.inventory.commands.ReturnStock;
import dev.cleave.inventory.commands.ReturnedLine;
import dev.cleave.inventory.commands.ShipStock;
import dev.cleave.platform.messaging.Message;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static org.assertj.core.api.Assertions.assertThat;

@InventoryTest
class ExplanationTests {

	@Autowired
	private ImportingProducts importing;

	@Autowired
	private BookingStock booking;

	@Autowired
	private ReservingStock reserving;

	@Autowired
	private ReadingStock reading;

	@Autowired
	private ExplainingStock explaining;

	@Autowired
	private Environment environment;

	private String sku = "";

	@BeforeEach
	void offerAProduct() {
		this.sku = "why-" + UUID.randomUUID();
		this.importing.take(List
			.of(new CatalogueLine(new ProductOffer(this.sku, "Cup", null, 100, "GBP", ProductStatus.ACTIVE, null), 0)),
				"test");
	}

	@Test
	void explainsANumberInOneSentence() {
		receive("main", 60, "PO-9", "delivery");
		receive("main", 40, "PO-9", "delivery");
		receive("north", 7, null, "found");
		this.booking.adjust(new StockMove(this.sku, "main", -5, "broken", null, "me"));
		reserve("first", 40);
		carryOut(new ShipStock("first-" + this.sku, 1, List.of(new Line(this.sku, 40))));
		carryOut(new ReturnStock("first-" + this.sku, 1, null, List.of(new ReturnedLine(this.sku, 2, null))));
		reserve("second", 13);
		reserve("third", 4);
		carryOut(new ReleaseStock("third-" + this.sku, "too late"));

		assertThat(explanation(null).text()).isEqualTo(("51 = 100 received, PO-9: delivery + 7 received: found"
				+ " + 2 returned from order first-%1$s − 5 written off: broken − 40 shipped for order first-%1$s"
				+ " − 13 reserved for order second-%1$s")
			.formatted(this.sku));
		assertThat(explanation("north").text()).isEqualTo("7 = 7 received: found");
		assertThat(explanation("nowhere").text()).isEqualTo("0 = nothing");
		assertThat(this.explaining.explain("no such product", null)).isEmpty();
	}

	@Test
	void namesTheLargestAndSumsTheOthers() {
		for (int receipt = 1; receipt <= 30; receipt++) {
			receive("main", 100 + receipt, "PO-" + receipt, "delivery");
		}
		for (int order = 1; order <= 5; order++) {
			reserve("order" + order, order);
		}

		var explanation = explanation(null);

		assertThat(explanation.terms()).hasSize(ExplainingStock.NAMED + 2);
		assertThat(explanation.terms().getFirst().text()).isEqualTo("130 received, PO-30: delivery");
		assertThat(explanation.text()).endsWith(" + 1055 received in 10 others − 15 reserved in 5 others");
		addsUp(explanation, null);
	}

	@RepeatedTest(20)
	void addsUpWhateverHappened(RepetitionInfo repetition) {
		var random = new Random(repetition.getCurrentRepetition());
		var open = new ArrayList<String>();
		for (int step = 0; step < 40; step++) {
			var place = random.nextBoolean() ? "main" : "north";
			var units = 1 + random.nextInt(9);
			switch (random.nextInt(6)) {
				case 0 -> receive(place, units, random.nextBoolean() ? "PO-" + random.nextInt(3) : null, "delivery");
				case 1 ->
					this.booking.adjust(new StockMove(this.sku, place, random.nextInt(9) - 4, "counted", null, "me"));
				case 2, 3 -> {
					reserve("r" + step, units);
					open.add("r" + step + "-" + this.sku);
				}
				case 4 -> {
					if (!open.isEmpty()) {
						carryOut(new ReleaseStock(open.remove(random.nextInt(open.size())), "too late"));
					}
				}
				default -> this.booking
					.adjustByForce(new StockMove(this.sku, place, -units, "stolen", "police-" + step, "me"));
			}
		}

		for (var location : new @Nullable String[] { null, "main", "north" }) {
			addsUp(explanation(location), location);
			assertThat(explanation(location).terms()).extracting(StockTerm::type).doesNotContain(StockTerm.UNEXPLAINED);
		}
	}

	@Test
	void saysWhatTheLedgerCanNotExplain() throws SQLException {
		receive("main", 10, null, "delivery");
		reserve("some", 3);
		var url = Objects.requireNonNull(this.environment.getProperty("spring.datasource.url"));
		try (var connection = DriverManager.getConnection(url + "?currentSchema=inventory", "postgres", "")) {
			connection.setAutoCommit(false);
			var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
			jdbc.sql("UPDATE stock SET on_hand = on_hand + 4, reserved = reserved + 2 WHERE sku = ?")
				.param(this.sku)
				.update();

			var explanation = new ExplainingStock(jdbc, new ReadingStock(jdbc, new Catalogue(jdbc)))
				.explain(this.sku, null)
				.orElseThrow();

			assertThat(explanation.text()).isEqualTo(("9 = 10 received: delivery − 3 reserved for order some-%s"
					+ " + 4 that no movement explains − 2 reserved for nobody")
				.formatted(this.sku));
			connection.rollback();
		}
	}

	private void addsUp(Explanation explanation, @Nullable String location) {
		var stock = this.reading.now(this.sku).orElseThrow().at(location);
		assertThat(explanation.onHand()).isEqualTo(stock.onHand());
		assertThat(explanation.reserved()).isEqualTo(stock.reserved());
		assertThat(explanation.terms().stream().mapToLong(StockTerm::amount).sum()).isEqualTo(stock.available());
		assertThat(explanation.terms()
			.stream()
			.filter(term -> !term.type().equals("RESERVED"))
			.mapToLong(StockTerm::amount)
			.sum()).isEqualTo(stock.onHand());
	}

	private Explanation explanation(@Nullable String location) {
		return this.explaining.explain(this.sku, location).orElseThrow();
	}

	private void receive(String location, long quantity, @Nullable String reference, String reason) {
		this.booking.receive(new StockMove(this.sku, location, quantity, reason, reference, "me"));
	}

	private void reserve(String name, long quantity) {
		carryOut(new ReserveStock(name + "-" + this.sku, List.of(new Line(this.sku, quantity))));
	}

	private void carryOut(ReservationCommand command) {
		this.reserving.carryOut(List.of(new Message<>(UUID.randomUUID(), "test", "orders", command.reference(), 1,
				Instant.EPOCH, null, command)));
	}

}
