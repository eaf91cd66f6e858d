package dev.cleave.orders.domain;

import java.net.URI;

import org.jspecify.annotations.Nullable;

/// A payment that a provider was asked for.
///
/// @param reference as the provider calls the payment
/// @param page where the buyer pays, if it is up to the buyer
public record PaymentRequest(String reference, @Nullable URI page) {

}
