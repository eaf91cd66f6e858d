package dev.cleave.inventory.domain;

import java.util.ArrayList;
import java.util.HashMap;

import dev.cleave.inventory.commands.ReturnStock;
import dev.cleave.inventory.commands.ShipStock;
import dev.cleave.inventory.domain.Reservation.Held;

/// Books what has happened to things: they have left, or have come back. What has happened can't be refused, so whatever
/// does not fit is a contradiction, and one that somebody made by hand is corrected first.
final class Fulfilment {

	static final String LEFT_ALL_THE_SAME = "left although its reservation was revoked";

	private final StockBook book;

	Fulfilment(StockBook book) {
		this.book = book;
	}

	/// @throws ContradictionException if more has left than is reserved
	Reservation ship(Reservation reservation, ShipStock command, Voucher voucher) {
		var open = reservation.isRevoked() ? restore(reservation, voucher) : reservation;
		if (!open.isOpen()) {
			throw new ContradictionException("Shipment %d of %s has left, but that is %s".formatted(command.shipment(),
					command.reference(), open.state()));
		}
		var wanted = new HashMap<>(Demand.of(command.lines()).quantities());
		wanted.forEach((sku, units) -> {
			if (units > open.held(sku)) {
				throw new ContradictionException("Shipment %d of %s takes %d of %s, but %d are reserved"
					.formatted(command.shipment(), command.reference(), units, sku, open.held(sku)));
			}
		});
		var left = new ArrayList<Held>();
		for (var held : open.held()) {
			var units = Math.min(held.quantity(), wanted.getOrDefault(held.shelf().sku(), 0L));
			if (units > 0) {
				this.book.move(MovementType.SHIPPED, held.shelf(), units, voucher.line(held.line()));
				wanted.merge(held.shelf().sku(), -units, Long::sum);
			}
			if (units < held.quantity()) {
				left.add(held.less(units));
			}
		}
		return open.shipped(command.shipment(), left);
	}

	/// @throws ContradictionException if nothing had left
	Reservation takeBack(Reservation reservation, ReturnStock command, Voucher voucher) {
		if (reservation.shipments() == 0) {
			throw new ContradictionException("Return %d of %s has come back, but nothing of it had left"
				.formatted(command.number(), command.reference()));
		}
		for (int i = 0; i < command.lines().size(); i++) {
			var line = command.lines().get(i);
			var shelf = shelf(command, line.sku());
			this.book.move(MovementType.RETURNED, shelf, line.quantity(), voucher.line(i + 1));
			if (line.writeOff() != null) {
				this.book.move(MovementType.ADJUSTED, shelf, -line.quantity(),
						voucher.line(i + 1).because(line.writeOff()));
			}
		}
		return reservation.returned(command.number());
	}

	static Shelf shelf(ReturnStock command, String sku) {
		return new Shelf(sku, Locations.orMain(command.location()));
	}

	/// Somebody has counted less than there was and taken the reservation back. As its
	/// units have left, they were there: what is missing for them is found again.
	private Reservation restore(Reservation revoked, Voucher voucher) {
		return revoked.restored(revoked.held().stream().map(held -> {
			var why = voucher.line(held.line()).because(LEFT_ALL_THE_SAME);
			var missing = held.quantity() - this.book.balance(held.shelf()).available();
			if (missing > 0) {
				this.book.move(MovementType.ADJUSTED, held.shelf(), missing, why);
			}
			var movement = this.book.move(MovementType.RESERVED, held.shelf(), held.quantity(), why);
			return new Held(held.line(), held.shelf(), held.quantity(), movement.after().sequence());
		}).toList());
	}

}
