package dev.cleave.inventory.events;

import java.util.List;

import dev.cleave.platform.messaging.Event;
import dev.cleave.platform.messaging.Subject;

/// Nothing is reserved.
///
/// @param reason `insufficient-stock`, or `released-before-reserved` when the release had come first
/// @param shortages each SKU that fell short, by SKU; empty unless stock was the reason
@Event("inventory.StockRefused.v1")
public record StockRefused(@Subject String reference, String reason,
		List<Shortage> shortages) implements ReservationOutcome {

}
