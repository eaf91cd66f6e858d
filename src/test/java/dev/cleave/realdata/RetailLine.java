package dev.cleave.realdata;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One line of an invoice, as the file has it. The stock code is case-sensitive, the description untrimmed and empty
/// when there is none, the time is read as UTC, and a price below one penny is 0 pence.
public record RetailLine(String invoice, String stockCode, String description, long quantity, Instant time,
		long unitPricePence, @Nullable String customer, String country) {

	static final List<String> HEADER = List.of("InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate",
			"UnitPrice", "CustomerID", "Country");

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

	private static final BigDecimal PENNY = new BigDecimal("0.01");

	static RetailLine of(List<String> fields) {
		if (fields.size() != HEADER.size()) {
			throw new IllegalArgumentException("Expected " + HEADER.size() + " fields but found " + fields);
		}
		return new RetailLine(fields.get(0), fields.get(1), fields.get(2), Long.parseLong(fields.get(3)),
				LocalDateTime.parse(fields.get(4), TIME).toInstant(ZoneOffset.UTC), pence(fields.get(5)),
				customer(fields.get(6)), fields.get(7));
	}

	/// Says whether this line belongs to an order rather than to a cancellation, an
	/// adjustment or a gift.
	public boolean isOrdered() {
		return !invoice.startsWith("C") && !invoice.startsWith("A") && quantity > 0 && unitPricePence > 0;
	}

	/// Returns quantity times unit price, in pence.
	public long totalPence() {
		return Math.multiplyExact(quantity, unitPricePence);
	}

	// Half a penny must not become one: what counts is whether the price reaches a penny
	// before it is rounded.
	private static long pence(String pounds) {
		var price = new BigDecimal(pounds);
		if (price.abs().compareTo(PENNY) < 0) {
			return 0;
		}
		return price.movePointRight(2).setScale(0, RoundingMode.HALF_UP).longValueExact();
	}

	// The file went through a tool that turned customer numbers into decimals: 17850.0 is
	// customer 17850.
	private static @Nullable String customer(String text) {
		if (text.isBlank()) {
			return null;
		}
		return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
	}
}
