package dev.cleave.orders.domain;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// Which orders are looked for; null does not matter.
///
/// @param from when they were placed, inclusive
/// @param to when they were placed, exclusive
/// @param refundDue whether only those count for which money must be given back
public record OrderQuery(@Nullable OrderStatus status, @Nullable String customer, @Nullable String reference,
		@Nullable Instant from, @Nullable Instant to, boolean refundDue) {

	/// Where in the list of orders, from the youngest to the oldest, a page ended.
	public record Position(Instant placedAt, UUID id) {

	}

}
