package dev.cleave.inventory.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.cleave.inventory.commands.Line;
import dev.cleave.inventory.commands.ReleaseStock;
import dev.cleave.inventory.commands.ReservationCommand;
import dev.cleave.inventory.commands.ReserveStock;
import dev.cleave.inventory.events.ReservationOutcome;
import dev.cleave.inventory.events.Shortage;
import dev.cleave.inventory.events.StockRefused;
import dev.cleave.inventory.events.StockReleased;
import dev.cleave.inventory.events.StockReserved;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
			.satisfies(change -> assertThat(change.after()).isEqualTo(new Balance(10, 10, 5, NOON.plusSeconds(1))));
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
		return new ReservationRound(this.book, known, new Allocation());
	}

	private void decide(ReservationCommand... commands) {
		for (var command : commands) {
			this.round.decide(command, new Voucher(null, "orders", command.reference())).ifPresent(this.outcomes::add);
		}
	}

	private static ReserveStock reserve(String reference, Line... lines) {
		return new ReserveStock(reference, List.of(lines));
	}

	private static ReleaseStock release(String reference) {
		return new ReleaseStock(reference, "changed my mind");
	}

}
