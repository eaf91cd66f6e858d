package dev.cleave.planted.messagesarerecordsofplainvalues.orders.events;

import java.util.List;

import dev.cleave.planted.messagesarerecordsofplainvalues.orders.domain.Order;
import dev.cleave.platform.messaging.Event;
import dev.cleave.platform.messaging.Subject;

@Event("orders.OrderPaid.v1")
public record OrderPaid(@Subject String id, List<Order> orders) {

}
