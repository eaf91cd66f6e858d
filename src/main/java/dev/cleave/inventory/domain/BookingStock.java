package dev.cleave.inventory.domain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;

import dev.cleave.inventory.domain.BookingOutcome.BelowZero;
import dev.cleave.inventory.domain.BookingOutcome.Booked;
import dev.cleave.inventory.domain.BookingOutcome.Reserved;
import dev.cleave.inventory.domain.BookingOutcome.UnknownProduct;
import dev.cleave.inventory.domain.StockFigures.AtLocation;
import dev.cleave.inventory.events.ReservationRevoked;
import dev.cleave.platform.audit.AuditTrail;
import dev.cleave.platform.audit.Deed;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Books stock in, and corrects it where the books differ from the shelf.
@Service
public class BookingStock {

	private final Ledger ledger;

	private final Reservations reservations;

	private final Catalogue catalogue;

	private final ApplicationEventPublisher events;

	private final AuditTrail audit;

	BookingStock(Ledger ledger, Reservations reservations, Catalogue catalogue, ApplicationEventPublisher events,
			AuditTrail audit) {
		this.ledger = ledger;
		this.catalogue = catalogue;
		this.reservations = reservations;
		this.events = events;
		this.audit = audit;
	}

	@Transactional("inventory")
	public BookingOutcome receive(StockMove receipt) {
		var book = lock(receipt, List.of());
		return book.has(receipt.shelf()) ? book(book, MovementType.RECEIVED, receipt) : new UnknownProduct();
	}

	/// Refuses to take away what is reserved.
	@Transactional("inventory")
	public BookingOutcome adjust(StockMove adjustment) {
		return adjust(adjustment, List.of(), false);
	}

	/// Takes away also what is reserved: the youngest reservations are revoked until what
	/// is left of them fits. Those of which a part has left stay; if that is too much,
	/// none is revoked.
	/// @throws OptimisticLockingFailureException if others took from the same shelf at
	/// the same moment
	@Transactional("inventory")
	public BookingOutcome adjustByForce(StockMove adjustment) {
		this.reservations.standStill();
		var excess = this.ledger.peek(adjustment.shelf()).map(balance -> excess(adjustment, balance)).orElse(0L);
		var concerned = this.reservations.youngestRevocable(adjustment.shelf(), excess);
		if (concerned.stream().mapToLong(Concerned::quantity).sum() < excess) {
			return adjust(adjustment, List.of(), true);
		}
		var locked = this.reservations.lock(concerned.stream().map(Concerned::reference).toList());
		var outcome = adjust(adjustment, concerned.stream().map(one -> locked.get(one.reference())).toList(), true);
		if (outcome instanceof Reserved) {
			throw new OptimisticLockingFailureException("Others moved %s".formatted(adjustment.shelf()));
		}
		return outcome;
	}

	private BookingOutcome adjust(StockMove adjustment, List<Reservation> revocable, boolean forced) {
		var shelf = adjustment.shelf();
		var book = lock(adjustment, revocable);
		if (!book.has(shelf)) {
			return this.catalogue.has(shelf.sku()) ? new BelowZero(new AtLocation(shelf.location(), 0, 0, 0))
					: new UnknownProduct();
		}
		if (book.balance(shelf).onHand() + adjustment.quantity() < 0) {
			return new BelowZero(there(book, shelf));
		}
		var revoked = revoke(book, adjustment, new ArrayDeque<>(revocable));
		if (excess(adjustment, book.balance(shelf)) > 0) {
			return new Reserved(there(book, shelf), concerned(adjustment, book.balance(shelf)));
		}
		this.audit.record(Deed.done("stock.adjusted", "sku:" + shelf.sku())
			.because(adjustment.reason())
			.with("location", shelf.location())
			.with("quantity", adjustment.quantity())
			.with("forced", forced)
			.with("revoked", revoked));
		return book(book, MovementType.ADJUSTED, adjustment);
	}

	/// Returns how many reservations had to go.
	private int revoke(StockBook book, StockMove adjustment, Deque<Reservation> revocable) {
		var revoked = new ArrayList<Reservation>();
		while (excess(adjustment, book.balance(adjustment.shelf())) > 0 && !revocable.isEmpty()) {
			var reservation = revocable.remove();
			var voucher = new Voucher(adjustment.reason(), adjustment.actor(), reservation.reference());
			reservation.held()
				.forEach(held -> book.move(MovementType.RELEASED, held.shelf(), held.quantity(),
						voucher.line(held.line())));
			revoked.add(reservation.revoked(adjustment.reason()));
			this.events.publishEvent(new ReservationRevoked(reservation.reference(), adjustment.reason()));
		}
		this.reservations.write(revoked);
		return revoked.size();
	}

	private BookingOutcome book(StockBook book, MovementType type, StockMove move) {
		var before = book.versionBefore(move.sku());
		var movement = book.move(type, move.shelf(), move.quantity(), move.voucher());
		this.ledger.write(book);
		return new Booked(book.figures(move.sku()), before, movement.after().movedAt());
	}

	/// With the shelf of the movement, unless there is no such product or nothing to take
	/// away from there.
	private StockBook lock(StockMove move, List<Reservation> revocable) {
		var skus = new HashSet<>(List.of(move.sku()));
		revocable.forEach(reservation -> reservation.held().forEach(held -> skus.add(held.shelf().sku())));
		if (move.quantity() >= 0) {
			this.ledger.open(List.of(move.shelf()));
		}
		return this.ledger.lock(skus);
	}

	private static AtLocation there(StockBook book, Shelf shelf) {
		return AtLocation.of(shelf.location(), book.balance(shelf));
	}

	private List<Concerned> concerned(StockMove adjustment, Balance balance) {
		var excess = excess(adjustment, balance);
		return (excess > 0) ? this.reservations.youngest(adjustment.shelf(), excess) : List.of();
	}

	/// By how much more would be reserved than be there.
	private static long excess(StockMove adjustment, Balance balance) {
		return balance.reserved() - (balance.onHand() + adjustment.quantity());
	}

}
