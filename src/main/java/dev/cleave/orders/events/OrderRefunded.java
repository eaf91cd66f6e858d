package dev.cleave.orders.events;

import dev.cleave.platform.messaging.Event;
import dev.cleave.platform.messaging.Subject;

/// Everything that was due was given back.
///
/// @param amount in minor units
/// @param currency ISO 4217 code
@Event("orders.OrderRefunded.v1")
public record OrderRefunded(@Subject String orderId, long amount, String currency) implements OrderEvent {

}
