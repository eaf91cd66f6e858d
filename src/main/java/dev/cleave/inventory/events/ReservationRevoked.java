package dev.cleave.inventory.events;

import dev.cleave.platform.messaging.Event;
import dev.cleave.platform.messaging.Subject;

/// A reservation was taken back by force: the stock it held is not there.
@Event("inventory.ReservationRevoked.v1")
public record ReservationRevoked(@Subject String reference, String reason) implements ReservationOutcome {

}
