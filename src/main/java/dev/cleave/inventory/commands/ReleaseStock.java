package dev.cleave.inventory.commands;

import dev.cleave.platform.messaging.Command;
import dev.cleave.platform.messaging.Subject;

/// Give back whatever is reserved under the reference, and never reserve under it again.
@Command("inventory.ReleaseStock.v1")
public record ReleaseStock(@Subject String reference, String reason) implements ReservationCommand {

}
