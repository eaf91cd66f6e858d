package dev.cleave.orders.events;

import dev.cleave.platform.messaging.Event;
import dev.cleave.platform.messaging.Subject;

/// The order was called off.
@Event("orders.OrderCancelled.v1")
public record OrderCancelled(@Subject String orderId, String reason) implements OrderEvent {

}
