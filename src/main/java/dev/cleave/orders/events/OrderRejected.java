package dev.cleave.orders.events;

import dev.cleave.platform.messaging.Event;
import dev.cleave.platform.messaging.Subject;

/// The order can't be served and nothing is reserved for it.
@Event("orders.OrderRejected.v1")
public record OrderRejected(@Subject String orderId, String reason) implements OrderEvent {

}
