package dev.cleave.realdata;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The lines of one invoice that were really ordered; what is not a line's own comes from the first of them.
public record RetailOrder(String reference, Instant placedAt, @Nullable String customer, String country,
		List<RetailLine> lines) {

	public RetailOrder {
		lines = List.copyOf(lines);
	}

	/// Gathers the ordered lines by invoice, also where an invoice is torn apart, in the
	/// order in which invoices begin.
	public static List<RetailOrder> from(Stream<RetailLine> lines) {
		var invoices = new LinkedHashMap<String, List<RetailLine>>();
		lines.filter(RetailLine::isOrdered)
			.forEachOrdered(line -> invoices.computeIfAbsent(line.invoice(), _ -> new ArrayList<>()).add(line));
		return invoices.values().stream().map(RetailOrder::of).toList();
	}

	private static RetailOrder of(List<RetailLine> lines) {
		var first = lines.getFirst();
		return new RetailOrder(first.invoice(), first.time(), first.customer(), first.country(), lines);
	}

	/// Returns the day in UTC on which the order was placed.
	public LocalDate day() {
		return LocalDate.ofInstant(placedAt, ZoneOffset.UTC);
	}

	public long units() {
		return lines.stream().mapToLong(RetailLine::quantity).reduce(0, Math::addExact);
	}

	public long totalPence() {
		return lines.stream().mapToLong(RetailLine::totalPence).reduce(0, Math::addExact);
	}
}
