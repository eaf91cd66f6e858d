package dev.cleave.inventory.domain;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.cleave.inventory.commands.ReleaseStock;
import dev.cleave.inventory.commands.ReservationCommand;
import dev.cleave.inventory.commands.ReserveStock;
import dev.cleave.inventory.commands.ReturnStock;
import dev.cleave.inventory.commands.ShipStock;
import dev.cleave.inventory.domain.Reservation.Held;
import dev.cleave.inventory.events.ReservationOutcome;
import dev.cleave.inventory.events.StockRefused;
import dev.cleave.inventory.events.StockReleased;
import dev.cleave.inventory.events.StockReserved;

/// Decides the commands of one batch, one after the other, in memory: the shelves and reservations concerned are locked.
final class ReservationRound {

	static final String INSUFFICIENT_STOCK = "insufficient-stock";

	static final String RELEASED_BEFORE_RESERVED = "released-before-reserved";

	private final StockBook book;

	private final Map<String, Reservation> known;

	private final Map<String, Reservation> changed = new LinkedHashMap<>();

	private final Allocation allocation;

	private final Fulfilment fulfilment;

	ReservationRound(StockBook book, Map<String, Reservation> known, Allocation allocation) {
		this.book = book;
		this.known = new HashMap<>(known);
		this.allocation = allocation;
		this.fulfilment = new Fulfilment(book);
	}

	/// What to answer; nothing when the command says what was already done.
	Optional<ReservationOutcome> decide(ReservationCommand command, Voucher voucher) {
		return switch (command) {
			case ReserveStock reserve -> reserve(reserve, voucher);
			case ReleaseStock release -> release(release, voucher);
			case ShipStock ship -> ship(ship, voucher);
			case ReturnStock back -> takeBack(back, voucher);
		};
	}

	Collection<Reservation> changed() {
		return this.changed.values();
	}

	private Optional<ReservationOutcome> reserve(ReserveStock command, Voucher voucher) {
		var reference = command.reference();
		var earlier = this.known.get(reference);
		if (earlier != null && earlier.isTombstone()) {
			keep(earlier.refused(RELEASED_BEFORE_RESERVED));
			return Optional.of(new StockRefused(reference, RELEASED_BEFORE_RESERVED, List.of()));
		}
		if (earlier != null) {
			return Optional.empty();
		}
		var demand = Demand.of(command.lines());
		var shortages = demand.shortages(this.book);
		if (!shortages.isEmpty()) {
			keep(Reservation.refused(reference, INSUFFICIENT_STOCK));
			return Optional.of(new StockRefused(reference, INSUFFICIENT_STOCK, shortages));
		}
		keep(Reservation.opened(reference, hold(demand, voucher)));
		return Optional.of(new StockReserved(reference));
	}

	private Optional<ReservationOutcome> release(ReleaseStock command, Voucher voucher) {
		var reservation = this.known.get(command.reference());
		if (reservation == null) {
			keep(Reservation.tombstone(command.reference(), command.reason()));
			return Optional.empty();
		}
		if (!reservation.isOpen()) {
			return Optional.empty();
		}
		reservation.held()
			.forEach(held -> this.book.move(MovementType.RELEASED, held.shelf(), held.quantity(),
					voucher.line(held.line())));
		keep(reservation.released(command.reason()));
		return Optional.of(new StockReleased(command.reference()));
	}

	private Optional<ReservationOutcome> ship(ShipStock command, Voucher voucher) {
		var reservation = existing(command);
		if (command.shipment() > reservation.shipments()) {
			keep(this.fulfilment.ship(reservation, command, voucher));
		}
		return Optional.empty();
	}

	private Optional<ReservationOutcome> takeBack(ReturnStock command, Voucher voucher) {
		var reservation = existing(command);
		if (command.number() > reservation.returns()) {
			keep(this.fulfilment.takeBack(reservation, command, voucher));
		}
		return Optional.empty();
	}

	private Reservation existing(ReservationCommand command) {
		var reservation = this.known.get(command.reference());
		if (reservation == null) {
			throw new ContradictionException("Nothing was reserved under the reference of " + command);
		}
		return reservation;
	}

	private List<Held> hold(Demand demand, Voucher voucher) {
		var supply = this.book.supply(demand.quantities().keySet());
		return this.allocation.allocate(demand.quantities(), supply)
			.stream()
			.sorted(Comparator.comparingInt(units -> demand.line(units.shelf().sku())))
			.map(units -> hold(units, voucher.line(demand.line(units.shelf().sku()))))
			.toList();
	}

	private Held hold(Units units, Voucher voucher) {
		var movement = this.book.move(MovementType.RESERVED, units.shelf(), units.quantity(), voucher);
		return new Held(voucher.line(), units.shelf(), units.quantity(), movement.after().sequence());
	}

	private void keep(Reservation reservation) {
		this.known.put(reservation.reference(), reservation);
		this.changed.put(reservation.reference(), reservation);
	}

}
