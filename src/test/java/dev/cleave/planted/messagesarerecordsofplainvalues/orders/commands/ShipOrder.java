package dev.cleave.planted.messagesarerecordsofplainvalues.orders.commands;

import dev.cleave.platform.messaging.Event;
import dev.cleave.platform.messaging.Subject;

@Event("orders.ShipOrder.v1")
public record ShipOrder(@Subject String id) {

}
