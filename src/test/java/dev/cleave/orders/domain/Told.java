package dev.cleave.orders.domain;

import java.time.Instant;
import java.util.UUID;

import dev.cleave.orders.OrderId;
import dev.cleave.orders.domain.Settlement.Verdict;
import dev.cleave.platform.messaging.Message;

/// What inventory would say.
final class Told {

	private Told() {
	}

	static Settlement of(OrderId order, Verdict verdict) {
		return new Settlement(order, verdict, new Message<>(UUID.randomUUID(), "told", "inventory", order.toString(), 1,
				Instant.EPOCH, null, verdict));
	}

}
