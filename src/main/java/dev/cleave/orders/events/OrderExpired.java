package dev.cleave.orders.events;

import dev.cleave.platform.messaging.Event;
import dev.cleave.platform.messaging.Subject;

/// The order was not paid in time.
@Event("orders.OrderExpired.v1")
public record OrderExpired(@Subject String orderId) implements OrderEvent {

}
