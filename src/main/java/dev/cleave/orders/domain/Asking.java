package dev.cleave.orders.domain;

import org.jspecify.annotations.Nullable;

/// What somebody asks to have placed.
///
/// @param traceparent W3C trace context of the request
public record Asking(Basket basket, @Nullable String traceparent) {

}
