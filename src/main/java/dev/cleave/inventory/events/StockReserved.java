package dev.cleave.inventory.events;

import dev.cleave.platform.messaging.Event;
import dev.cleave.platform.messaging.Subject;

/// All lines are reserved.
@Event("inventory.StockReserved.v1")
public record StockReserved(@Subject String reference) implements ReservationOutcome {

}
