package dev.cleave.orders.domain;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// One move that an order has made.
///
/// @param sequence from 1
/// @param status in which it came to stand
/// @param detail why, or how much
/// @param actor the caller who wanted it
/// @param cause the message that led to it
public record Step(UUID order, long sequence, Move move, OrderStatus status, Instant at, @Nullable String detail,
		@Nullable String actor, @Nullable UUID cause) {

}
