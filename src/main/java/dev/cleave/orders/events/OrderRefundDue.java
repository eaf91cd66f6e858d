package dev.cleave.orders.events;

import dev.cleave.platform.messaging.Event;
import dev.cleave.platform.messaging.Subject;

/// Money was taken that must be given back: for an order that is paid and was called off, for what has come back, or for
/// a payment that nobody waited for.
///
/// @param amount that is due on top of what was due before, in minor units
/// @param currency ISO 4217 code
@Event("orders.OrderRefundDue.v1")
public record OrderRefundDue(@Subject String orderId, long amount, String currency) implements OrderEvent {

}
