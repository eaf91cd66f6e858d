package dev.cleave.inventory.domain;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.cleave.inventory.commands.ReleaseStock;
import dev.cleave.inventory.commands.ReservationCommand;
import dev.cleave.inventory.commands.ReserveStock;
import dev.cleave.inventory.commands.ReturnStock;
import dev.cleave.inventory.commands.ShipStock;
import dev.cleave.platform.Fail;
import dev.cleave.platform.messaging.Message;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Reserves, releases and ships stock and takes it back, for whole batches of commands: a product that every order wants
/// costs one row lock and one update for the batch, not for the order.
@Service
public class ReservingStock {

	private final Reservations reservations;

	private final Ledger ledger;

	private final Allocation allocation;

	private final ApplicationEventPublisher events;

	ReservingStock(Reservations reservations, Ledger ledger, Allocation allocation, ApplicationEventPublisher events) {
		this.reservations = reservations;
		this.ledger = ledger;
		this.allocation = allocation;
		this.events = events;
	}

	/// Carries out the commands in the order given, each wholly or not at all, and tells
	/// what became of each. A command
	/// that repeats an earlier one changes nothing and is not answered again.
	@Transactional("inventory")
	public void carryOut(List<Message<ReservationCommand>> commands) {
		var known = this.reservations.lock(references(commands));
		openWhereSomethingComesBack(commands);
		var book = this.ledger.lock(skus(commands, known));
		var round = new ReservationRound(book, known, this.allocation);
		for (var message : commands) {
			round.decide(message.data(), voucher(message))
				.ifPresent(outcome -> this.events.publishEvent(message.causing(outcome)));
		}
		this.ledger.write(book);
		Fail.point("inventory.booked");
		this.reservations.write(round.changed());
	}

	private static Collection<String> references(List<Message<ReservationCommand>> commands) {
		var references = new LinkedHashSet<String>();
		commands.forEach(message -> references.add(message.data().reference()));
		return references;
	}

	/// The products that the batch may move.
	private static Set<String> skus(List<Message<ReservationCommand>> commands, Map<String, Reservation> known) {
		var skus = new HashSet<String>();
		known.values().forEach(reservation -> reservation.held().forEach(held -> skus.add(held.shelf().sku())));
		for (var message : commands) {
			switch (message.data()) {
				case ReserveStock reserve when !known.containsKey(reserve.reference()) ->
					reserve.lines().forEach(line -> skus.add(line.sku()));
				case ReturnStock back -> back.lines().forEach(line -> skus.add(line.sku()));
				case ReserveStock _, ReleaseStock _, ShipStock _ -> {
				}
			}
		}
		return skus;
	}

	/// Things may come back to where the product never was.
	private void openWhereSomethingComesBack(List<Message<ReservationCommand>> commands) {
		var shelves = new HashSet<Shelf>();
		for (var message : commands) {
			if (message.data() instanceof ReturnStock back) {
				back.lines().forEach(line -> shelves.add(Fulfilment.shelf(back, line.sku())));
			}
		}
		if (!shelves.isEmpty()) {
			this.ledger.open(shelves);
		}
	}

	private static Voucher voucher(Message<ReservationCommand> message) {
		return new Voucher(reason(message.data()), message.source(), message.data().reference(), message.id(), 0);
	}

	private static @Nullable String reason(ReservationCommand command) {
		return switch (command) {
			case ReleaseStock release -> release.reason();
			case ReserveStock _ -> null;
			case ShipStock ship -> "shipment %d".formatted(ship.shipment());
			case ReturnStock back -> "return %d".formatted(back.number());
		};
	}

}
