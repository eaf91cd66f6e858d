package dev.cleave.orders.domain;

import java.util.Currency;

/// @param amount of one unit in minor units of the currency, never negative
/// @param currency ISO 4217 code
public record Price(long amount, String currency) {

	public Price {
		if (amount < 0) {
			throw new IllegalArgumentException("A price is never negative");
		}
		Currency.getInstance(currency);
	}

}
