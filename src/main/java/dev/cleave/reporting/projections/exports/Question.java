package dev.cleave.reporting.projections.exports;

import java.time.LocalDate;

import dev.cleave.reporting.projections.Period;
import org.jspecify.annotations.Nullable;

/// What a file is to tell; null does not matter.
///
/// @param from first day on which orders were placed (UTC)
/// @param to first day that is not included
/// @param by what makes a row or an order of rows, as the report itself names it
/// @param currency money of which orders count
/// @param below of how many available units there is enough
public record Question(Report report, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable String by,
		@Nullable String currency, @Nullable Long below) {

	private static final LocalDate FIRST = LocalDate.of(1, 1, 1);

	private static final LocalDate END = LocalDate.of(10_000, 1, 1);

	LocalDate first() {
		return (this.from != null) ? this.from : FIRST;
	}

	LocalDate end() {
		return (this.to != null) ? this.to : END;
	}

	/// For reports that add up, which they can do in one currency only.
	Period period() {
		if (this.currency == null) {
			throw new IllegalStateException("%s without a currency".formatted(this.report));
		}
		return new Period(first(), end(), this.currency);
	}

}
