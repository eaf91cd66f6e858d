package dev.cleave.inventory.events;

import dev.cleave.platform.messaging.Event;
import dev.cleave.platform.messaging.Subject;

/// What was reserved is available again.
@Event("inventory.StockReleased.v1")
public record StockReleased(@Subject String reference) implements ReservationOutcome {

}
