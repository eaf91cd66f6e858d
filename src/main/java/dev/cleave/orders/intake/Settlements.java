package dev.cleave.orders.intake;

import java.util.List;
import java.util.Optional;

import dev.cleave.inventory.events.ReservationOutcome;
import dev.cleave.inventory.events.ReservationRevoked;
import dev.cleave.inventory.events.StockRefused;
import dev.cleave.inventory.events.StockReleased;
import dev.cleave.inventory.events.StockReserved;
import dev.cleave.orders.OrderId;
import dev.cleave.orders.domain.Rejection;
import dev.cleave.orders.domain.Rejection.Shortage;
import dev.cleave.orders.domain.Settlement;
import dev.cleave.orders.domain.Settlement.Refused;
import dev.cleave.orders.domain.Settlement.Reserved;
import dev.cleave.orders.domain.Settlement.Revoked;
import dev.cleave.orders.domain.Settlement.Verdict;
import dev.cleave.orders.domain.SettlingOrders;
import dev.cleave.platform.messaging.Message;
import dev.cleave.platform.messaging.Subscription;

import org.springframework.stereotype.Component;

/// What became of the reservations that orders asked for. Others may reserve too: references that are no order's are
/// none of its business.
@Component
class Settlements {

	private final SettlingOrders settling;

	Settlements(SettlingOrders settling) {
		this.settling = settling;
	}

	@Subscription("orders.settlements")
	void on(List<Message<ReservationOutcome>> outcomes) {
		var settlements = outcomes.stream().map(Settlements::read).flatMap(Optional::stream).toList();
		if (!settlements.isEmpty()) {
			this.settling.settle(settlements);
		}
	}

	private static Optional<Settlement> read(Message<ReservationOutcome> told) {
		return OrderId.parse(told.data().reference())
			.flatMap(order -> verdict(told.data()).map(verdict -> new Settlement(order, verdict, told)));
	}

	private static Optional<Verdict> verdict(ReservationOutcome outcome) {
		return switch (outcome) {
			case StockReserved reserved -> Optional.of(new Reserved());
			case StockRefused refused -> Optional.of(new Refused(rejection(refused)));
			case ReservationRevoked revoked -> Optional.of(new Revoked(revoked.reason()));
			case StockReleased released -> Optional.empty();
		};
	}

	private static Rejection rejection(StockRefused refused) {
		return new Rejection(refused.reason(),
				refused.shortages()
					.stream()
					.map(shortage -> new Shortage(shortage.sku(), shortage.requested(), shortage.available()))
					.toList());
	}

}
