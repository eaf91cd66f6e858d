package dev.cleave.orders.domain;

import java.math.BigDecimal;
import java.util.Currency;

/// An amount of money.
///
/// @param amount in minor units of the currency, never negative
/// @param currency ISO 4217 code
public record Price(long amount, String currency) {

	public Price {
		if (amount < 0) {
			throw new IllegalArgumentException("A price is never negative");
		}
		Currency.getInstance(currency);
	}

	/// As people write it: `25.50 GBP`.
	String inWords() {
		var digits = Math.max(0, Currency.getInstance(this.currency).getDefaultFractionDigits());
		return BigDecimal.valueOf(this.amount, digits).toPlainString() + " " + this.currency;
	}

}
