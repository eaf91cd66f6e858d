package dev.cleave.orders.domain;

import dev.cleave.orders.OrderId;
import dev.cleave.platform.messaging.Message;

/// What inventory has decided about an order.
///
/// @param told the message that says so
public record Settlement(OrderId order, Verdict verdict, Message<?> told) {

	public sealed interface Verdict {

	}

	public record Reserved() implements Verdict {

	}

	public record Refused(Rejection rejection) implements Verdict {

	}

	/// What had been reserved was taken away again.
	public record Revoked(String reason) implements Verdict {

	}

}
