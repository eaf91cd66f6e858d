package dev.cleave.reporting.projections;

import java.time.LocalDate;

/// What a report is about: the orders placed in these days (UTC) for money of this currency.
///
/// @param to the first day that is not included
public record Period(LocalDate from, LocalDate to, String currency) {

	public Period {
		if (to.isBefore(from)) {
			throw new IllegalArgumentException("%s is before %s".formatted(to, from));
		}
	}

}
