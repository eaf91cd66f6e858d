package dev.cleave.inventory.domain;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// Why there is as much of a product as there is. The terms add up to what is available, and those that are not about
/// reservations to what is on hand.
///
/// @param location that is told of; null for all
/// @param version rises with every movement
public record Explanation(String sku, @Nullable String location, long onHand, long reserved, long version,
		List<StockTerm> terms) {

	public long available() {
		return this.onHand - this.reserved;
	}

	/// The sum in one sentence.
	public String text() {
		var sum = new StringBuilder().append(available()).append(" =");
		for (var term : this.terms) {
			var isFirst = term == this.terms.getFirst();
			sum.append((term.amount() < 0) ? " − " : (isFirst ? " " : " + ")).append(term.text());
		}
		return this.terms.isEmpty() ? "%d = nothing".formatted(available()) : sum.toString();
	}

}
