package dev.cleave.orders.events;

import java.util.List;

import dev.cleave.platform.messaging.Event;
import dev.cleave.platform.messaging.Subject;

/// A part of the order has come back.
///
/// @param number of the return, from 1
/// @param amount what was paid for it, in minor units of the order's currency
/// @param complete whether all of the order has come back
@Event("orders.OrderReturned.v1")
public record OrderReturned(@Subject String orderId, int number, List<Portion> portions, long amount,
		boolean complete) implements OrderEvent {

}
