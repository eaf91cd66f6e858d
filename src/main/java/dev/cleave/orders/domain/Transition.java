package dev.cleave.orders.domain;

import org.jspecify.annotations.Nullable;

/// A move from one status to another.
///
/// @param from null for the move that makes an order
public record Transition(Move move, @Nullable OrderStatus from, OrderStatus to) {

}
