package dev.cleave.orders.domain;

import java.time.Instant;
import java.util.UUID;

import dev.cleave.platform.messaging.Message;
import org.jspecify.annotations.Nullable;

/// What an order moves upon: a caller's wish or a message.
record Occasion(Instant at, @Nullable String actor, @Nullable Message<?> message) {

	static Occasion wish(Instant at, String actor) {
		return new Occasion(at, actor, null);
	}

	static Occasion message(Instant at, Message<?> message) {
		return new Occasion(at, null, message);
	}

	@Nullable UUID cause() {
		return (this.message != null) ? this.message.id() : null;
	}

	/// What is published because of it keeps its trace.
	Object leadingTo(Object event) {
		return (this.message != null) ? this.message.causing(event) : event;
	}

}
