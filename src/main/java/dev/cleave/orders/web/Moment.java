package dev.cleave.orders.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/// A moment in a query: a time with its offset, or a date, which stands for its first moment in UTC.
///
/// @param at from the year 1 to 9999, as the database can keep it
public record Moment(Instant at) {

	private static final int DATE = "2026-01-31".length();

	/// @throws java.time.DateTimeException if the text is neither
	public static Moment valueOf(String text) {
		var at = (text.length() == DATE) ? LocalDate.parse(text).atStartOfDay().atOffset(ZoneOffset.UTC)
				: OffsetDateTime.parse(text);
		if (at.getYear() < 1 || at.getYear() > 9999) {
			throw new java.time.DateTimeException("The year %d".formatted(at.getYear()));
		}
		return new Moment(at.toInstant());
	}

}
