package dev.cleave.reporting.projections.exports;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/// Writes lines of comma-separated values (RFC 4180). A text that a spreadsheet would take for a formula gets an
/// apostrophe in front, as OWASP recommends (CSV injection): names of products come from files of strangers.
final class Csv {

	private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

	private static final String SPECIAL = ",\"\r\n";

	private Csv() {
	}

	/// Null is an empty value, and numbers are what they are.
	static String line(@Nullable Object... values) {
		return Arrays.stream(values).map(Csv::value).collect(Collectors.joining(",", "", "\r\n"));
	}

	private static String value(@Nullable Object value) {
		return switch (value) {
			case null -> "";
			case Number number -> number.toString();
			default -> quoted(harmless(value.toString()));
		};
	}

	private static String harmless(String text) {
		return (!text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0) ? "'" + text : text;
	}

	private static String quoted(String text) {
		return text.chars().anyMatch(character -> SPECIAL.indexOf(character) >= 0)
				? "\"%s\"".formatted(text.replace("\"", "\"\"")) : text;
	}

}
