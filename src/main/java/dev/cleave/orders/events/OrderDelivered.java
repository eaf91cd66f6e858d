package dev.cleave.orders.events;

import java.util.List;

import dev.cleave.platform.messaging.Event;
import dev.cleave.platform.messaging.Subject;

/// A part of the order has arrived.
///
/// @param complete whether all of the order has arrived
@Event("orders.OrderDelivered.v1")
public record OrderDelivered(@Subject String orderId, List<Portion> portions, boolean complete) implements OrderEvent {

}
