package dev.cleave.orders.events;

import java.util.List;

import dev.cleave.platform.messaging.Event;
import dev.cleave.platform.messaging.Subject;

/// A part of the order has left.
///
/// @param shipment number of the shipment, from 1
/// @param complete whether nothing of the order is left to ship
@Event("orders.OrderShipped.v1")
public record OrderShipped(@Subject String orderId, int shipment, List<Portion> portions,
		boolean complete) implements OrderEvent {

}
