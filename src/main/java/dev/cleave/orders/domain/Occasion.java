package dev.cleave.orders.domain;

import java.time.Instant;
import java.util.UUID;

import dev.cleave.platform.messaging.Message;
import org.jspecify.annotations.Nullable;

/// What an order moves upon: a caller's wish, a message or its deadline.
record Occasion(Instant at, @Nullable String actor, @Nullable Message<?> message) {

	static Occasion wish(Instant at, String actor) {
		return new Occasion(at, actor, null);
	}

	static Occasion message(Instant at, Message<?> message) {
		return new Occasion(at, null, message);
	}

	static Occasion deadline(Instant at) {
		return new Occasion(at, null, null);
	}

	@Nullable UUID cause() {
		return (this.message != null) ? this.message.id() : null;
	}

	/// What is published because of it keeps its trace.
	Object leadingTo(Object event) {
		return (this.message != null) ? this.message.causing(event) : event;
	}

}
