package dev.cleave.inventory.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.cleave.inventory.commands.Line;
import dev.cleave.inventory.commands.ReleaseStock;
import dev.cleave.inventory.commands.ReservationCommand;
import dev.cleave.inventory.commands.ReserveStock;
import dev.cleave.inventory.commands.ReturnStock;
import dev.cleave.inventory.commands.ShipStock;
import dev.cleave.inventory.domain.Reservation.Held;
import dev.cleave.inventory.events.ReservationOutcome;
import dev.cleave.inventory.events.Shortage;
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
		var wanted = wanted(command.lines());
		var shortages = shortages(wanted.values());
		if (!shortages.isEmpty()) {
			keep(Reservation.refused(reference, INSUFFICIENT_STOCK));
			return Optional.of(new StockRefused(reference, INSUFFICIENT_STOCK, shortages));
		}
		keep(Reservation.opened(reference, wanted.values().stream().map(want -> hold(want, voucher)).toList()));
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

	/// Lines of the same SKU count as one, or each alone might fit where both do not.
	private Map<String, Want> wanted(List<Line> lines) {
		var wanted = new LinkedHashMap<String, Want>();
		for (int i = 0; i < lines.size(); i++) {
			var line = lines.get(i);
			wanted.merge(line.sku(), new Want(i + 1, this.allocation.shelfFor(line.sku()), line.quantity()),
					Want::plus);
		}
		return wanted;
	}

	private List<Shortage> shortages(Collection<Want> wanted) {
		var shortages = new ArrayList<Shortage>();
		for (var want : wanted) {
			var available = this.book.available(want.shelf());
			if (available < want.quantity()) {
				shortages.add(new Shortage(want.shelf().sku(), want.quantity(), available));
			}
		}
		shortages.sort(Comparator.comparing(Shortage::sku));
		return shortages;
	}

	private Held hold(Want want, Voucher voucher) {
		var movement = this.book.move(MovementType.RESERVED, want.shelf(), want.quantity(), voucher.line(want.line()));
		return new Held(want.line(), want.shelf(), want.quantity(), movement.after().sequence());
	}

	private void keep(Reservation reservation) {
		this.known.put(reservation.reference(), reservation);
		this.changed.put(reservation.reference(), reservation);
	}

	private record Want(int line, Shelf shelf, long quantity) {

		Want plus(Want other) {
			return new Want(this.line, this.shelf, Math.addExact(this.quantity, other.quantity));
		}

	}

}
