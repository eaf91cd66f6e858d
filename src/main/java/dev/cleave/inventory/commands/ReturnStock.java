package dev.cleave.inventory.commands;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.cleave.platform.messaging.Command;
import dev.cleave.platform.messaging.Subject;

/// These units, which were shipped under the reference, have come back.
///
/// @param number of the return under the reference, from 1
/// @param location where they arrived; null for the main one
@Command("inventory.ReturnStock.v1")
public record ReturnStock(@Subject String reference, int number, @Nullable String location,
		List<ReturnedLine> lines) implements ReservationCommand {

}
