package dev.cleave.inventory.intake;

import java.util.List;

import dev.cleave.inventory.commands.ReservationCommand;
import dev.cleave.inventory.domain.ReservingStock;
import dev.cleave.platform.messaging.Message;
import dev.cleave.platform.messaging.Subscription;

import org.springframework.stereotype.Component;

/// Hears who wants stock. All commands on a reservation are one conversation, so that a release can't overtake its
/// reserve.
@Component
class ReservationCommands {

	private final ReservingStock reserving;

	ReservationCommands(ReservingStock reserving) {
		this.reserving = reserving;
	}

	@Subscription("inventory.reservations")
	void on(List<Message<ReservationCommand>> commands) {
		this.reserving.carryOut(commands);
	}

}
