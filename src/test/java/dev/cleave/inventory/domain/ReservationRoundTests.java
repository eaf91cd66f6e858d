package dev.cleave.inventory.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.cleave.inventory.commands.Line;
import dev.cleave.inventory.commands.ReleaseStock;
import dev.cleave.inventory.commands.ReservationCommand;
import dev.cleave.inventory.commands.ReserveStock;
import dev.cleave.inventory.commands.ReturnStock;
import dev.cleave.inventory.commands.ReturnedLine;
import dev.cleave.inventory.commands.ShipStock;
import dev.cleave.inventory.domain.Reservation.Held;
import dev.cleave.inventory.events.ReservationOutcome;
import dev.cleave.inventory.events.Shortage;
import dev.cleave.inventory.events.StockRefused;
import dev.cleave.inventory.events.StockReleased;
import dev.cleave.inventory.events.StockReserved;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

class ReservationRoundTests {

	private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

	private static final Shelf CUPS = new Shelf("cup", "main");

	private static final Shelf PANS = new Shelf("pan", "main");

	private final StockBook book = new StockBook(
			Map.of(CUPS, new Balance(10, 0, 3, NOON), PANS, new Balance(4, 1, 7, NOON)), NOON.plusSeconds(1));

	private final List<ReservationOutcome> outcomes = new ArrayList<>();

	private ReservationRound round = round(Map.of());

	@Test
	void reservesAllLinesOrNone() {
		decide(reserve("a", new Line("cup", 2), new Line("pan", 4)), reserve("b", new Line("cup", 2)));

		assertThat(this.outcomes).containsExactly(
				new StockRefused("a", "insufficient-stock", List.of(new Shortage("pan", 4, 3))),
				new StockReserved("b"));
		assertThat(this.book.balance(CUPS).reserved()).isEqualTo(2);
		assertThat(this.book.balance(PANS).reserved()).isEqualTo(1);
	}

	@Test
	void givesTheStockToWhoeverCameFirst() {
		decide(reserve("a", new Line("cup", 6)), reserve("b", new Line("cup", 6)), reserve("c", new Line("cup", 4)));

		assertThat(this.outcomes).containsExactly(new StockReserved("a"),
				new StockRefused("b", "insufficient-stock", List.of(new Shortage("cup", 6, 4))),
				new StockReserved("c"));
		assertThat(this.book.changes()).singleElement()
			.satisfies(change -> assertThat(unchained(change.after()))
				.isEqualTo(new Balance(10, 10, 5, NOON.plusSeconds(1))));
	}

	@Test
	void addsUpLinesOfTheSameProduct() {
		decide(reserve("a", new Line("cup", 6), new Line("pan", 1), new Line("cup", 5)),
				reserve("b", new Line("cup", 6), new Line("pan", 1), new Line("cup", 4)));

		assertThat(this.outcomes).containsExactly(
				new StockRefused("a", "insufficient-stock", List.of(new Shortage("cup", 11, 10))),
				new StockReserved("b"));
		assertThat(this.book.movements()).extracting(Movement::quantity).containsExactly(10L, 1L);
	}

	@Test
	void namesUnknownProductsAsShort() {
		decide(reserve("a", new Line("ufo", 1), new Line("cup", 1), new Line("abc", 2)));

		assertThat(this.outcomes).containsExactly(new StockRefused("a", "insufficient-stock",
				List.of(new Shortage("abc", 2, 0), new Shortage("ufo", 1, 0))));
	}

	@Test
	void givesReleasedStockToTheNext() {
		decide(reserve("a", new Line("cup", 10)), release("a"), reserve("b", new Line("cup", 10)));

		assertThat(this.outcomes).containsExactly(new StockReserved("a"), new StockReleased("a"),
				new StockReserved("b"));
		assertThat(this.book.movements()).extracting(movement -> movement.after().reserved())
			.containsExactly(10L, 0L, 10L);
	}

	@Test
	void refusesToReserveWhatWasReleasedBefore() {
		decide(release("a"));
		this.round = round(Map.of("a", this.round.changed().iterator().next()));
		decide(reserve("a", new Line("cup", 1)), reserve("a", new Line("cup", 1)), release("a"));

		assertThat(this.outcomes).containsExactly(new StockRefused("a", "released-before-reserved", List.of()));
		assertThat(this.book.movements()).isEmpty();
	}

	@Test
	void doesNothingTwice() {
		decide(reserve("a", new Line("cup", 1)), reserve("a", new Line("cup", 1)), release("a"), release("a"),
				reserve("a", new Line("cup", 1)), reserve("b", new Line("pan", 9)), release("b"));

		assertThat(this.outcomes).hasSize(3).last().isInstanceOf(StockRefused.class);
		assertThat(this.book.movements()).hasSize(2);
		assertThat(this.round.changed()).extracting(Reservation::state)
			.containsExactly(ReservationState.RELEASED, ReservationState.REFUSED);
	}

	@Test
	void shipsPartAfterPart() {
		decide(reserve("a", new Line("cup", 6), new Line("pan", 2)),
				ship("a", 1, new Line("cup", 1), new Line("cup", 3)));

		assertThat(this.round.changed()).singleElement().satisfies(reservation -> {
			assertThat(reservation.isOpen()).isTrue();
			assertThat(reservation.shipments()).isOne();
			assertThat(reservation.held()).extracting(Held::shelf, Held::quantity)
				.containsExactly(tuple(CUPS, 2L), tuple(PANS, 2L));
		});
		assertThat(unchained(this.book.balance(CUPS))).isEqualTo(new Balance(6, 2, 5, NOON.plusSeconds(1)));

		decide(ship("a", 2, new Line("pan", 2), new Line("cup", 2)));

		assertThat(this.round.changed()).singleElement()
			.isEqualTo(new Reservation("a", ReservationState.SHIPPED, null, List.of(), 2, 0, null));
		assertThat(unchained(this.book.balance(CUPS))).isEqualTo(new Balance(4, 0, 6, NOON.plusSeconds(1)));
		assertThat(this.outcomes).containsExactly(new StockReserved("a"));
	}

	@Test
	void shipsAndTakesBackOnlyOnce() {
		decide(reserve("a", new Line("cup", 6)), ship("a", 1, new Line("cup", 2)), ship("a", 1, new Line("cup", 2)),
				takeBack("a", 1, new ReturnedLine("cup", 1, null)), takeBack("a", 1, new ReturnedLine("cup", 1, null)));

		assertThat(this.book.movements()).extracting(Movement::type)
			.containsExactly(MovementType.RESERVED, MovementType.SHIPPED, MovementType.RETURNED);
	}

	@Test
	void givesBackOnlyWhatHasNotLeft() {
		decide(reserve("a", new Line("cup", 6)), ship("a", 1, new Line("cup", 2)), release("a"));

		assertThat(unchained(this.book.balance(CUPS))).isEqualTo(new Balance(8, 0, 6, NOON.plusSeconds(1)));
		assertThat(this.outcomes).contains(new StockReleased("a"));
	}

	@Test
	void doesNotBelieveInShipmentsOfWhatNobodyHolds() {
		decide(reserve("a", new Line("cup", 6)), reserve("released", new Line("cup", 1)), release("released"));

		for (var impossible : List.of(ship("a", 1, new Line("cup", 4), new Line("cup", 3)),
				ship("a", 1, new Line("cup", 1), new Line("pan", 1)), ship("released", 1, new Line("cup", 1)),
				ship("unknown", 1, new Line("cup", 1)), takeBack("a", 1, new ReturnedLine("cup", 1, null)),
				takeBack("unknown", 1, new ReturnedLine("cup", 1, null)))) {
			assertThatExceptionOfType(ContradictionException.class).isThrownBy(() -> decide(impossible))
				.withMessageContaining(impossible.reference());
		}
	}

	@Test
	void putsReturnsBackOrWritesThemOff() {
		decide(reserve("a", new Line("cup", 6)), ship("a", 1, new Line("cup", 6)),
				takeBack("a", 1, new ReturnedLine("cup", 3, null), new ReturnedLine("cup", 2, "broken"),
						new ReturnedLine("cup", 1, null)));

		assertThat(this.book.movements().subList(2, 6))
			.extracting(Movement::type, Movement::quantity, movement -> movement.voucher().line(),
					movement -> movement.voucher().reason())
			.containsExactly(tuple(MovementType.RETURNED, 3L, 1, null), tuple(MovementType.RETURNED, 2L, 2, null),
					tuple(MovementType.ADJUSTED, -2L, 2, "broken"), tuple(MovementType.RETURNED, 1L, 3, null));
		assertThat(this.book.balance(CUPS).onHand()).isEqualTo(8);
		assertThat(this.round.changed()).singleElement()
			.isEqualTo(new Reservation("a", ReservationState.SHIPPED, null, List.of(), 1, 1, null));
	}

	@Test
	void believesWhatHasLeftMoreThanWhoeverRevokedIt() {
		var revoked = new Reservation("a", ReservationState.REVOKED, "counted",
				List.of(new Held(1, CUPS, 12, 0), new Held(2, PANS, 1, 0)), 0, 0, ReservationState.REVOKED);
		this.round = round(Map.of("a", revoked));

		decide(ship("a", 1, new Line("cup", 12)));

		assertThat(this.book.movements())
			.extracting(Movement::shelf, Movement::type, Movement::quantity, movement -> movement.voucher().reason())
			.containsExactly(tuple(CUPS, MovementType.ADJUSTED, 2L, Fulfilment.LEFT_ALL_THE_SAME),
					tuple(CUPS, MovementType.RESERVED, 12L, Fulfilment.LEFT_ALL_THE_SAME),
					tuple(PANS, MovementType.RESERVED, 1L, Fulfilment.LEFT_ALL_THE_SAME),
					tuple(CUPS, MovementType.SHIPPED, 12L, null));
		assertThat(this.round.changed()).singleElement().satisfies(restored -> {
			assertThat(restored.isOpen()).isTrue();
			assertThat(restored.held()).containsExactly(new Held(2, PANS, 1, 8));
		});
	}

	@Test
	void neverTurnsTheClockBack() {
		var late = new StockBook(Map.of(CUPS, new Balance(1, 0, 1, NOON)), NOON.minusSeconds(3_600));

		var movement = late.move(MovementType.RECEIVED, CUPS, 1, new Voucher(null, "somebody", null));

		assertThat(movement.after().movedAt()).isEqualTo(NOON);
	}

	@Test
	void neverPromisesWhatIsNotThere() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.book.move(MovementType.RESERVED, PANS, 4, new Voucher(null, "somebody", null)));
		assertThatIllegalArgumentException().isThrownBy(() -> new Line("cup", 0));
	}

	private ReservationRound round(Map<String, Reservation> known) {
		return new ReservationRound(this.book, known, new FewestLocations());
	}

	private void decide(ReservationCommand... commands) {
		for (var command : commands) {
			this.round.decide(command, new Voucher(null, "orders", command.reference())).ifPresent(this.outcomes::add);
		}
	}

	private static ReserveStock reserve(String reference, Line... lines) {
		return new ReserveStock(reference, List.of(lines));
	}

	private static ShipStock ship(String reference, int shipment, Line... lines) {
		return new ShipStock(reference, shipment, List.of(lines));
	}

	private static ReturnStock takeBack(String reference, int number, ReturnedLine... lines) {
		return new ReturnStock(reference, number, null, List.of(lines));
	}

	private static ReleaseStock release(String reference) {
		return new ReleaseStock(reference, "changed my mind");
	}

	private static Balance unchained(Balance balance) {
		return new Balance(balance.onHand(), balance.reserved(), balance.sequence(), balance.movedAt());
	}

}
