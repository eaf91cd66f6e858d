package dev.cleave.orders.domain;

import org.jspecify.annotations.Nullable;

/// Some units of one line of an order that go their way together.
///
/// @param line counted from 1
/// @param quantity at least 1
/// @param writeOff of units that have come back: why they can't be sold again; null when they can
public record Part(int line, long quantity, @Nullable String writeOff) {

	public Part {
		if (quantity < 1) {
			throw new IllegalArgumentException("%d units of line %d".formatted(quantity, line));
		}
	}

	static Part of(int line, long quantity) {
		return new Part(line, quantity, null);
	}

}
