package dev.cleave.planted.messagesarerecordsofplainvalues.orders.events;

import java.time.Instant;
import java.util.List;

import dev.cleave.planted.messagesarerecordsofplainvalues.orders.OrderId;
import dev.cleave.platform.messaging.Event;
import dev.cleave.platform.messaging.Subject;

@Event("orders.OrderPlaced.v1")
public record OrderPlaced(@Subject OrderId id, List<Line> lines, Instant at) implements OrderEvent {

	public record Line(String sku, long quantity) {
	}

}
