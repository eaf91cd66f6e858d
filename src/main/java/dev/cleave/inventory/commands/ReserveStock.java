package dev.cleave.inventory.commands;

import java.util.List;

import dev.cleave.platform.messaging.Command;
import dev.cleave.platform.messaging.Subject;

/// Reserve all of these lines or none.
@Command("inventory.ReserveStock.v1")
public record ReserveStock(@Subject String reference, List<Line> lines) implements ReservationCommand {

}
