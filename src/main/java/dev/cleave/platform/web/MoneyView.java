package dev.cleave.platform.web;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/// Money in requests and answers.
///
/// @param amount in minor units of the currency (pence, cents), never negative
/// @param currency an ISO 4217 code
public record MoneyView(@Min(0) long amount, @NotNull @CurrencyCode String currency) {

}
