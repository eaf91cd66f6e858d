package dev.cleave.inventory.commands;

import java.util.List;

import dev.cleave.platform.messaging.Command;
import dev.cleave.platform.messaging.Subject;

/// These units, which are reserved under the reference, have left.
///
/// @param shipment number of the shipment under the reference, from 1
@Command("inventory.ShipStock.v1")
public record ShipStock(@Subject String reference, int shipment, List<Line> lines) implements ReservationCommand {

}
