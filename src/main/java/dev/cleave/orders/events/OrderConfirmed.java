package dev.cleave.orders.events;

import dev.cleave.platform.messaging.Event;
import dev.cleave.platform.messaging.Subject;

/// Everything the order asks for is reserved for it.
@Event("orders.OrderConfirmed.v1")
public record OrderConfirmed(@Subject String orderId) implements OrderEvent {

}
