package dev.cleave.planted.messagesarerecordsofplainvalues.orders.events;

import dev.cleave.platform.messaging.Event;
import dev.cleave.platform.messaging.Subject;

@Event("inventory.OrderSent.v1")
public record OrderSent(@Subject String id) {

}
