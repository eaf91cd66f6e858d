package dev.cleave.orders.events;

import dev.cleave.platform.messaging.Event;
import dev.cleave.platform.messaging.Subject;

/// The whole order is paid.
///
/// @param amount in minor units
/// @param currency ISO 4217 code
@Event("orders.OrderPaid.v1")
public record OrderPaid(@Subject String orderId, long amount, String currency) implements OrderEvent {

}
