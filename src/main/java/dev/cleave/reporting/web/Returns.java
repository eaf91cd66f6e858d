package dev.cleave.reporting.web;

import dev.cleave.platform.web.MoneyView;

/// What came back.
///
/// @param amount its price
record Returns(long units, MoneyView amount) {

	static Returns of(long units, long amount, String currency) {
		return new Returns(units, new MoneyView(amount, currency));
	}

}
