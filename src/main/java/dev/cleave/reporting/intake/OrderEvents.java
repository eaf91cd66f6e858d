package dev.cleave.reporting.intake;

import java.util.List;

import dev.cleave.orders.events.OrderEvent;
import dev.cleave.platform.messaging.Generation;
import dev.cleave.platform.messaging.Message;
import dev.cleave.platform.messaging.Subscription;
import dev.cleave.reporting.projections.RecordingSales;

import org.springframework.stereotype.Component;

/// Hears what becomes of orders, many at once.
@Component
class OrderEvents {

	private final RecordingSales recording;

	OrderEvents(RecordingSales recording) {
		this.recording = recording;
	}

	@Subscription(value = "reporting.sales", rebuildable = true)
	void on(List<Message<OrderEvent>> events) {
		this.recording.record(Generation.current(), events.stream().map(Message::data).toList());
	}

}
