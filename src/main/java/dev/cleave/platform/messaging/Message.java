package dev.cleave.platform.messaging;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// A message as it is delivered, with the attributes of its CloudEvents envelope.
///
/// @param id of the message; never used for order
/// @param type logical name with version
/// @param source module that sent it
/// @param subject aggregate it is about
/// @param sequence number within the subject, from 1 without gaps, events and commands apart
/// @param time when it was recorded, by the producer's database clock
/// @param traceparent W3C trace context of what caused it
public record Message<T>(UUID id, String type, String source, String subject, long sequence, Instant time,
		@Nullable String traceparent, T data) {

	/// Publish this instead of the bare message to keep the trace of what caused it.
	public Caused causing(Object message) {
		return new Caused(message, this.traceparent);
	}

	/// A message to publish and the trace to publish it under.
	public record Caused(Object message, @Nullable String traceparent) {
	}

}
