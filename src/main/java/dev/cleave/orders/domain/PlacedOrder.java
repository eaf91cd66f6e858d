package dev.cleave.orders.domain;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import dev.cleave.orders.OrderId;
import org.jspecify.annotations.Nullable;

/// All that is known of an order at one moment.
///
/// @param owner the caller who placed it and may read it
/// @param total of all lines, in minor units
/// @param refundDue what must be given back, in minor units
/// @param version number of moves it has made
public record PlacedOrder(OrderId id, @Nullable String reference, @Nullable String customer, String owner,
		OrderStatus status, PaymentTerms terms, @Nullable Rejection rejection, List<OrderLine> lines, long total,
		String currency, long refundDue, @Nullable String country, @Nullable String shipTo, Instant placedAt,
		long version) {

	public PlacedOrder {
		lines = List.copyOf(lines);
	}

	/// Whether both tell of the same order, wherever they stand. A product's name is not
	/// part of what was asked for.
	boolean saysTheSameAs(PlacedOrder other) {
		return Objects.equals(this.reference, other.reference) && Objects.equals(this.customer, other.customer)
				&& this.terms == other.terms && this.total == other.total && this.currency.equals(other.currency)
				&& Objects.equals(this.country, other.country) && this.placedAt.equals(other.placedAt)
				&& unnamed(this.lines).equals(unnamed(other.lines));
	}

	private static List<OrderLine> unnamed(List<OrderLine> lines) {
		return lines.stream()
			.map(line -> new OrderLine(line.line(), line.sku(), "", line.quantity(), line.unitPrice()))
			.toList();
	}

}
