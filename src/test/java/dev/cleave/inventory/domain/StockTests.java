package dev.cleave.inventory.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import dev.cleave.inventory.InventoryTest;
import dev.cleave.inventory.TransferId;
import dev.cleave.inventory.commands.Line;
import dev.cleave.inventory.commands.ReleaseStock;
import dev.cleave.inventory.commands.ReservationCommand;
import dev.cleave.inventory.commands.ReserveStock;
import dev.cleave.inventory.commands.ReturnStock;
import dev.cleave.inventory.commands.ReturnedLine;
import dev.cleave.inventory.commands.ShipStock;
import dev.cleave.inventory.domain.BookingOutcome.BelowZero;
import dev.cleave.inventory.domain.BookingOutcome.Booked;
import dev.cleave.inventory.domain.BookingOutcome.Reserved;
import dev.cleave.inventory.domain.BookingOutcome.UnknownProduct;
import dev.cleave.platform.messaging.Message;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

@InventoryTest
class StockTests {

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionOperations transaction;

	@Autowired
	private ImportingProducts importing;

	@Autowired
	private ReservingStock reserving;

	@Autowired
	private BookingStock booking;

	@Autowired
	private TransferringStock transferring;

	@Autowired
	private ReadingStock reading;

	@Autowired
	private Ledger ledger;

	@Autowired
	private VerifyingLedger verifying;

	@AfterEach
	void theBooksBalance() {
		assertThat(this.verifying.verify().orElseThrow().first()).as("what the product says itself").isEmpty();
		assertThat(rows("""
				SELECT sku, location, sequence FROM (
					SELECT *, row_number() OVER w AS place, sum(on_hand_delta) OVER w AS on_hand,
						sum(reserved_delta) OVER w AS reserved, lag(time) OVER w AS before
					FROM movement WINDOW w AS (PARTITION BY sku, location ORDER BY sequence)) ledger
				WHERE sequence <> place OR on_hand_after <> on_hand OR reserved_after <> reserved OR time < before
				""")).as("movements that do not follow from those before").isEmpty();
		assertThat(rows("""
				SELECT sku, location FROM stock LEFT JOIN movement USING (sku, location, sequence)
				WHERE (on_hand, reserved) IS DISTINCT FROM (coalesce(on_hand_after, 0), coalesce(reserved_after, 0))
				""")).as("stock that is not what the ledger says").isEmpty();
		assertThat(rows("""
				SELECT sku, location FROM stock LEFT JOIN (
					SELECT sku, location, sum(quantity) AS held FROM reservation_line JOIN reservation USING (reference)
					WHERE state = 'OPEN' GROUP BY sku, location) lines USING (sku, location)
				WHERE reserved <> coalesce(held, 0)
				""")).as("stock that is reserved for nobody").isEmpty();
	}

	@Test
	void costsAHotProductOneUpdateForAWholeBatch() {
		var sku = product(100);
		var buyers = IntStream.range(0, 500)
			.mapToObj(buyer -> reserve("hot-" + sku + buyer, new Line(sku, 1)))
			.toList();

		var updates = this.transaction.execute(tx -> {
			var before = stockUpdates();
			this.reserving.carryOut(buyers);
			return stockUpdates() - before;
		});

		assertThat(updates).isEqualTo(1);
		assertThat(stock(sku)).isEqualTo("100 on hand, 100 reserved");
		assertThat(events("hot-" + sku + 0)).containsExactly("StockReserved");
		assertThat(events("hot-" + sku + 99)).containsExactly("StockReserved");
		assertThat(events("hot-" + sku + 100)).containsExactly("StockRefused");
	}

	@Test
	void reservesAllLinesOrNone() {
		var plenty = product(10);
		var scarce = product(1);

		carryOut(reserve("none-" + plenty, new Line(plenty, 1), new Line(scarce, 2)),
				reserve("all-" + plenty, new Line(plenty, 1), new Line(scarce, 1), new Line(plenty, 2)));

		assertThat(events("none-" + plenty)).containsExactly("StockRefused");
		assertThat(events("all-" + plenty)).containsExactly("StockReserved");
		assertThat(stock(plenty)).isEqualTo("10 on hand, 3 reserved");
		assertThat(stock(scarce)).isEqualTo("1 on hand, 1 reserved");
	}

	@Test
	void changesNothingWhenACommandIsRepeated() {
		var sku = product(10);

		carryOut(reserve("twice-" + sku, new Line(sku, 4)));
		carryOut(reserve("twice-" + sku, new Line(sku, 4)));
		assertThat(stock(sku)).isEqualTo("10 on hand, 4 reserved");
		carryOut(release("twice-" + sku));
		carryOut(release("twice-" + sku), reserve("twice-" + sku, new Line(sku, 4)));

		assertThat(stock(sku)).isEqualTo("10 on hand, 0 reserved");
		assertThat(events("twice-" + sku)).containsExactly("StockReserved", "StockReleased");
	}

	@Test
	void refusesWhatWasReleasedBefore() {
		var sku = product(10);

		carryOut(release("early-" + sku));
		assertThat(events("early-" + sku)).isEmpty();
		carryOut(reserve("early-" + sku, new Line(sku, 1)));
		carryOut(reserve("early-" + sku, new Line(sku, 1)), release("early-" + sku));

		assertThat(events("early-" + sku)).containsExactly("StockRefused");
		assertThat(stock(sku)).isEqualTo("10 on hand, 0 reserved");
	}

	@Test
	void keepsItsHeadWhenBatchesWantTheSameProductsAtOnce() throws Exception {
		var skus = IntStream.range(0, 5).mapToObj(number -> product(300)).toList();
		skus.forEach(sku -> this.booking.receive(new StockMove(sku, "attic", 100, "found", null, "me")));
		var work = new ArrayList<Callable<Object>>();
		for (int worker = 0; worker < 6; worker++) {
			var random = new Random(worker);
			var name = "race-" + skus.getFirst() + "-" + worker + "-";
			work.add(Executors.callable(() -> {
				for (int batch = 0; batch < 15; batch++) {
					carryOut(batch(name + batch, skus, random));
				}
			}));
		}
		work.add(Executors.callable(() -> skus.forEach(sku -> this.booking.receive(move(sku, 5)))));
		work.add(Executors.callable(() -> skus.reversed().forEach(sku -> {
			if (this.transferring.send(new Dispatch(sku, "attic", "shop", 10, null, null,
					"me")) instanceof DispatchOutcome.Sent(var transfer, var version)) {
				this.transferring.receive(transfer.id(), 9, null, "me");
			}
		})));
		work.add(Executors.callable(() -> {
			for (int round = 0; round < 5; round++) {
				skus.reversed().forEach(sku -> this.booking.adjustByForce(move(sku, -60)));
			}
		}));
		work.add(() -> {
			for (int round = 0; round < 10; round++) {
				this.verifying.verify()
					.ifPresent(verdict -> assertThat(verdict.first()).as("seen in the middle").isEmpty());
			}
			return true;
		});

		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (var done : threads.invokeAll(work)) {
				try {
					done.get();
				}
				catch (ExecutionException ex) {
					assertThat(ex).hasCauseInstanceOf(OptimisticLockingFailureException.class);
				}
			}
		}

		assertThat(skus).allSatisfy(sku -> assertThat(stock(sku)).doesNotContain("400 on hand, 0"));
	}

	@Test
	void noticesWhenAShelfIsNotAsItWasLocked() {
		var sku = product(10);
		var shelf = new Shelf(sku, "main");

		for (var tampering : List.of("on_hand = 3", "reserved = 8", "sequence = 7")) {
			assertThatExceptionOfType(ContradictionException.class)
				.isThrownBy(() -> this.transaction.executeWithoutResult(tx -> {
					var book = this.ledger.lock(Set.of(sku));
					book.move(MovementType.RESERVED, shelf, 4, new Voucher(null, "test", null));
					this.jdbc.sql("UPDATE stock SET " + tampering + " WHERE sku = ?").param(sku).update();
					this.ledger.write(book);
				}))
				.withMessageContaining("Only 0 of 1 shelves could move");
		}
	}

	@Test
	void canNotChangeWhatStandsInTheLedger() {
		for (var change : List.of("UPDATE movement SET quantity = 1", "DELETE FROM movement", "TRUNCATE movement")) {
			assertThatExceptionOfType(BadSqlGrammarException.class).isThrownBy(() -> this.jdbc.sql(change).update())
				.havingRootCause()
				.withMessageContaining("permission denied");
		}
	}

	@Test
	void chainsWhateverPeopleWrite() {
		var sku = product(1);
		var texts = List.of("", "NULL", "{\"a\\b\", c}", "ä ☕ 😀", "half a pair \ud83d", "\ufffd", "e\u0301");

		texts.forEach(text -> this.booking.receive(new StockMove(sku, "main", 1, text, text, "me")));

		assertThat(stock(sku)).isEqualTo("8 on hand, 0 reserved");
	}

	@Test
	void letsAMessageMoveAShelfOnlyOnce() {
		var sku = product(10);
		var shelf = new Shelf(sku, "main");
		var voucher = new Voucher(null, "test", null, UUID.randomUUID(), 1);

		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.transaction.executeWithoutResult(tx -> {
				var book = this.ledger.lock(Set.of(sku));
				book.move(MovementType.RESERVED, shelf, 1, voucher);
				book.move(MovementType.RESERVED, shelf, 1, voucher);
				this.ledger.write(book);
			}));
	}

	@Test
	void namesTheYoungestReservationsThatStandInTheWay() {
		var sku = product(10);
		carryOut(reserve("old-" + sku, new Line(sku, 4)), reserve("middle-" + sku, new Line(sku, 3)),
				reserve("young-" + sku, new Line(sku, 2)));

		var outcome = this.booking.adjust(move(sku, -5));

		assertThat(outcome).isInstanceOfSatisfying(Reserved.class, reserved -> assertThat(reserved.concerned())
			.containsExactly(new Concerned("young-" + sku, 2), new Concerned("middle-" + sku, 3)));
		assertThat(stock(sku)).isEqualTo("10 on hand, 9 reserved");
		assertThat(this.booking.adjust(move(sku, -1))).isInstanceOf(Booked.class);
		assertThat(this.booking.adjust(move(sku, -10))).isInstanceOf(BelowZero.class);
		assertThat(this.booking.adjust(move("no such", -1))).isInstanceOf(UnknownProduct.class);
		assertThat(this.booking.receive(move("no such", 1))).isInstanceOf(UnknownProduct.class);
	}

	@Test
	void revokesTheYoungestReservationsWhenForcedTo() {
		var sku = product(10);
		var other = product(10);
		carryOut(reserve("old-" + sku, new Line(sku, 4)),
				reserve("middle-" + sku, new Line(other, 1), new Line(sku, 3)),
				reserve("young-" + sku, new Line(sku, 2), new Line(other, 5)));

		var outcome = this.booking.adjustByForce(move(sku, -5));
		carryOut(release("young-" + sku), reserve("young-" + sku, new Line(other, 1)));

		assertThat(outcome).isInstanceOf(Booked.class);
		assertThat(stock(sku)).isEqualTo("5 on hand, 4 reserved");
		assertThat(stock(other)).isEqualTo("10 on hand, 0 reserved");
		assertThat(events("young-" + sku)).containsExactly("StockReserved", "ReservationRevoked");
		assertThat(events("middle-" + sku)).containsExactly("StockReserved", "ReservationRevoked");
		assertThat(events("old-" + sku)).containsExactly("StockReserved");
		assertThat(this.booking.adjustByForce(move(sku, -6))).isInstanceOf(BelowZero.class);
		assertThat(this.booking.adjustByForce(move(other, -10))).isInstanceOf(Booked.class);
	}

	@Test
	void shipsWhatIsReservedAndTakesItBack() {
		var sku = product(10);
		var order = "ship-" + sku;

		carryOut(reserve(order, new Line(sku, 5)));
		carryOut(ship(order, 1, new Line(sku, 1), new Line(sku, 1)));
		carryOut(ship(order, 1, new Line(sku, 2)));
		assertThat(stock(sku)).isEqualTo("8 on hand, 3 reserved");
		assertThat(rows("SELECT state || shipments FROM reservation WHERE reference = '%s'".formatted(order)))
			.containsExactly("OPEN1");
		carryOut(ship(order, 2, new Line(sku, 3)),
				takeBack(order, 1, "attic", new ReturnedLine(sku, 2, null), new ReturnedLine(sku, 1, "broken")));
		carryOut(takeBack(order, 2, null, new ReturnedLine(sku, 1, null)));

		assertThat(this.reading.now(sku).orElseThrow().locations()).containsExactly(
				new StockFigures.AtLocation("attic", 2, 0, 3), new StockFigures.AtLocation("main", 6, 0, 5));
		assertThat(events(order)).containsExactly("StockReserved");
		assertThat(
				rows("SELECT state || shipments || returns FROM reservation WHERE reference = '%s'".formatted(order)))
			.containsExactly("SHIPPED22");
	}

	@Test
	void drawsFromSeveralLocationsWhenNoneHasEverything() {
		var sku = product(3);
		this.booking.receive(new StockMove(sku, "attic", 5, "found", null, "me"));
		var order = "across-" + sku;

		carryOut(reserve("more-" + sku, new Line(sku, 9)), reserve("one-" + sku, new Line(sku, 4)),
				reserve(order, new Line(sku, 4)));
		assertThat(events("more-" + sku)).containsExactly("StockRefused");
		assertThat(rows("SELECT location || quantity FROM reservation_line WHERE reference = 'one-%s'".formatted(sku)))
			.containsExactly("attic4");
		assertThat(rows("SELECT location || quantity FROM reservation_line WHERE reference = '%s' ORDER BY location"
			.formatted(order))).containsExactly("attic1", "main3");
		carryOut(ship(order, 1, new Line(sku, 2)));
		carryOut(ship(order, 2, new Line(sku, 2)));
		carryOut(release("one-" + sku));

		assertThat(this.reading.now(sku).orElseThrow().locations()).containsExactly(
				new StockFigures.AtLocation("attic", 4, 0, 5), new StockFigures.AtLocation("main", 0, 0, 4));
	}

	@Test
	void sendsToAnotherLocationWhatIsNotReserved() {
		var sku = product(10);
		carryOut(reserve("stays-" + sku, new Line(sku, 4)));

		var sent = this.transferring.send(new Dispatch(sku, "main", "shop", 6, null, null, "me"));

		assertThat(sent).isInstanceOf(DispatchOutcome.Sent.class);
		assertThat(this.reading.now(sku).orElseThrow().inTransit()).isEqualTo(6);
		assertThat(this.transferring.send(new Dispatch(sku, "main", "shop", 1, null, null, "me")))
			.isInstanceOfSatisfying(DispatchOutcome.NotThere.class,
					refused -> assertThat(refused.why()).isInstanceOf(Reserved.class));
		assertThat(this.transferring.send(new Dispatch(sku, "attic", "shop", 1, null, null, "me")))
			.isInstanceOfSatisfying(DispatchOutcome.NotThere.class,
					refused -> assertThat(refused.why()).isInstanceOf(BelowZero.class));
		assertThat(this.transferring.send(new Dispatch("no such", "main", "shop", 1, null, null, "me")))
			.isEqualTo(new DispatchOutcome.NotThere(new UnknownProduct()));
		assertThat(this.reading.now(sku).orElseThrow().locations()).extracting(StockFigures.AtLocation::location)
			.containsExactly("main");
	}

	@Test
	void receivesATransferOnceHoweverManyAsk() throws Exception {
		var sku = product(10);
		var transfer = sent(sku, 6);
		var work = IntStream.range(0, 8)
			.<Callable<ReceiptOutcome>>mapToObj(
					_ -> () -> this.transferring.receive(transfer.id(), 5, "one broken", "me"))
			.toList();

		var outcomes = new ArrayList<ReceiptOutcome>();
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (var done : threads.invokeAll(work)) {
				outcomes.add(done.get());
			}
		}

		assertThat(outcomes).filteredOn(ReceiptOutcome.Received.class::isInstance).hasSize(1);
		assertThat(outcomes).filteredOn(ReceiptOutcome.ReceivedBefore.class::isInstance).hasSize(7);
		assertThat(this.reading.now(sku).orElseThrow()).satisfies(stock -> {
			assertThat(stock.onHand()).isEqualTo(9);
			assertThat(stock.inTransit()).isZero();
		});
		assertThat(this.reading.at(sku, transfer.sentAt()).orElseThrow().inTransit()).isEqualTo(6);
	}

	@Test
	void receivesAnythingFromNothingToTwiceAsMuch() {
		var sku = product(10);

		assertThat(this.transferring.receive(sent(sku, 1).id(), 0, "lost", "me")).isInstanceOfSatisfying(
				ReceiptOutcome.Received.class, lost -> assertThat(lost.transfer().discrepancy()).isEqualTo(-1));
		assertThat(this.transferring.receive(sent(sku, 2).id(), 4, null, "me")).isInstanceOfSatisfying(
				ReceiptOutcome.Received.class, found -> assertThat(found.transfer().discrepancy()).isEqualTo(2));
		assertThat(this.transferring.receive(sent(sku, 2).id(), 5, null, "me"))
			.isEqualTo(new ReceiptOutcome.TooMany(4));
		assertThat(this.transferring.receive(TransferId.next(), 1, null, "me"))
			.isEqualTo(new ReceiptOutcome.UnknownTransfer());
		assertThat(this.reading.entries(sku, null, 0, 9).orElseThrow())
			.extracting(LedgerEntry::location, LedgerEntry::quantity, LedgerEntry::reason)
			.contains(tuple("main", -2L, "transfer sent to shop"), tuple("shop", 0L, "transfer received from main"),
					tuple("shop", 4L, "transfer received from main"));
	}

	@Test
	void shipsWhatWasRevokedInVain() {
		var sku = product(10);
		var plenty = product(10);
		var order = "vain-" + sku;
		carryOut(reserve(order, new Line(sku, 6), new Line(plenty, 1)));
		this.booking.adjustByForce(move(sku, -8));
		assertThat(stock(sku)).isEqualTo("2 on hand, 0 reserved");

		carryOut(ship(order, 1, new Line(sku, 4)));
		assertThat(stock(sku)).isEqualTo("2 on hand, 2 reserved");
		assertThat(stock(plenty)).isEqualTo("10 on hand, 1 reserved");
		assertThat(this.booking.adjustByForce(move(sku, -1))).isInstanceOfSatisfying(Reserved.class,
				reserved -> assertThat(reserved.concerned()).containsExactly(new Concerned(order, 2)));
		carryOut(ship(order, 2, new Line(sku, 2), new Line(plenty, 1)));

		assertThat(stock(sku)).isEqualTo("0 on hand, 0 reserved");
		assertThat(stock(plenty)).isEqualTo("9 on hand, 0 reserved");
		assertThat(events(order)).containsExactly("StockReserved", "ReservationRevoked");
	}

	@Test
	void revokesOnlyReservationsOfWhichNothingHasLeft() {
		var sku = product(10);
		carryOut(reserve("old-" + sku, new Line(sku, 4)), reserve("begun-" + sku, new Line(sku, 4)),
				ship("begun-" + sku, 1, new Line(sku, 1)));

		assertThat(this.booking.adjustByForce(move(sku, -7))).isInstanceOfSatisfying(Reserved.class,
				reserved -> assertThat(reserved.concerned()).containsExactly(new Concerned("begun-" + sku, 3),
						new Concerned("old-" + sku, 4)));
		assertThat(stock(sku)).isEqualTo("9 on hand, 7 reserved");
		assertThat(this.booking.adjustByForce(move(sku, -6))).isInstanceOf(Booked.class);

		assertThat(stock(sku)).isEqualTo("3 on hand, 3 reserved");
		assertThat(events("begun-" + sku)).containsExactly("StockReserved");
	}

	@Test
	void setsAContradictionAsideWithAllItWouldHaveDone() {
		var sku = product(10);
		var order = "more-" + sku;
		carryOut(reserve(order, new Line(sku, 3)));

		assertThatExceptionOfType(ContradictionException.class)
			.isThrownBy(() -> carryOut(ship(order, 1, new Line(sku, 4))))
			.withMessageContaining(order);
		assertThat(stock(sku)).isEqualTo("10 on hand, 3 reserved");
	}

	@Test
	void knowsWhatThereWasAtAnyMoment() {
		var sku = product(3);
		for (int receipt = 1; receipt <= 20; receipt++) {
			this.booking
				.receive(new StockMove(sku, (receipt % 4 == 0) ? "attic" : "main", receipt, "test", null, "me"));
		}
		var entries = this.reading.entries(sku, null, 0, 100).orElseThrow();

		for (var entry : entries) {
			var expected = entries.stream()
				.filter(other -> !other.time().isAfter(entry.time()))
				.mapToLong(LedgerEntry::quantity)
				.sum();
			assertThat(this.reading.at(sku, entry.time()).orElseThrow().onHand()).isEqualTo(expected);
		}
		assertThat(entries).hasSize(21);
		assertThat(this.reading.at(sku, entries.getLast().time().plusSeconds(9))).isEqualTo(this.reading.now(sku));
		assertThat(this.reading.at(sku, Instant.EPOCH).orElseThrow().locations()).isEmpty();
		assertThat(this.reading.at("no such", Instant.EPOCH)).isEmpty();
		assertThat(this.reading.now(sku).orElseThrow().locations()).extracting(StockFigures.AtLocation::location)
			.containsExactly("attic", "main");
	}

	@Test
	void listsTheLedgerPageByPage() {
		var sku = product(3);
		this.booking.receive(new StockMove(sku, "attic", 5, "found", "r-1", "me"));
		carryOut(reserve("page-" + sku, new Line(sku, 2)));

		var first = this.reading.entries(sku, null, 0, 2).orElseThrow();
		var rest = this.reading.entries(sku, first.getLast().location(), first.getLast().sequence(), 2).orElseThrow();

		assertThat(first).extracting(LedgerEntry::location).containsExactly("attic", "main");
		assertThat(rest).singleElement()
			.isEqualTo(new LedgerEntry("main", 2, MovementType.RESERVED, 2, 3, 2, null, "orders", "page-" + sku,
					rest.getFirst().time()));
		assertThat(this.reading.entries("no such", null, 0, 2)).isEmpty();
	}

	private String product(long quantity) {
		var sku = "sku-" + UUID.randomUUID();
		this.importing.take(
				List.of(new CatalogueLine(
						new ProductOffer(sku, "Something", null, 100, "GBP", ProductStatus.ACTIVE, null), quantity)),
				"test");
		return sku;
	}

	private Transfer sent(String sku, long quantity) {
		var outcome = this.transferring.send(new Dispatch(sku, "main", "shop", quantity, null, null, "me"));
		assertThat(outcome).isInstanceOf(DispatchOutcome.Sent.class);
		return ((DispatchOutcome.Sent) outcome).transfer();
	}

	@SafeVarargs
	private void carryOut(Message<ReservationCommand>... commands) {
		carryOut(Arrays.asList(commands));
	}

	private void carryOut(List<Message<ReservationCommand>> commands) {
		this.reserving.carryOut(commands);
	}

	/// Reservations of some products each, in any order, every third of which is given
	/// back.
	private static List<Message<ReservationCommand>> batch(String name, List<String> skus, Random random) {
		var commands = new ArrayList<Message<ReservationCommand>>();
		for (int number = 0; number < 20; number++) {
			var shuffled = new ArrayList<>(skus);
			Collections.shuffle(shuffled, random);
			commands.add(reserve(name + "-" + number,
					shuffled.stream().limit(3).map(sku -> new Line(sku, 1 + random.nextInt(3))).toArray(Line[]::new)));
			if (number % 3 == 0) {
				commands.add(release(name + "-" + number));
			}
		}
		return commands;
	}

	private static Message<ReservationCommand> reserve(String reference, Line... lines) {
		return message(new ReserveStock(reference, List.of(lines)));
	}

	private static Message<ReservationCommand> release(String reference) {
		return message(new ReleaseStock(reference, "changed my mind"));
	}

	private static Message<ReservationCommand> ship(String reference, int shipment, Line... lines) {
		return message(new ShipStock(reference, shipment, List.of(lines)));
	}

	private static Message<ReservationCommand> takeBack(String reference, int number, @Nullable String location,
			ReturnedLine... lines) {
		return message(new ReturnStock(reference, number, location, List.of(lines)));
	}

	private static Message<ReservationCommand> message(ReservationCommand command) {
		return new Message<>(UUID.randomUUID(), "test", "orders", command.reference(), 1, Instant.EPOCH, null, command);
	}

	private static StockMove move(String sku, long quantity) {
		return new StockMove(sku, "main", quantity, "counted", null, "somebody");
	}

	private long stockUpdates() {
		return this.jdbc.sql("SELECT n_tup_upd FROM pg_stat_xact_user_tables WHERE relname = 'stock'")
			.query(Long.class)
			.single();
	}

	private String stock(String sku) {
		var stock = this.reading.now(sku).orElseThrow();
		return "%d on hand, %d reserved".formatted(stock.onHand(), stock.reserved());
	}

	private List<String> events(String reference) {
		return this.jdbc.sql("""
				SELECT substring(type FROM 'inventory.(.*).v1') FROM (
					SELECT type, sequence FROM outbox WHERE subject = :reference
					UNION SELECT type, sequence FROM event_log WHERE subject = :reference) said
				ORDER BY sequence
				""").param("reference", reference).query(String.class).list();
	}

	private List<String> rows(String sql) {
		return this.jdbc.sql(sql).query((row, number) -> Objects.toString(row.getString(1))).list();
	}

}
