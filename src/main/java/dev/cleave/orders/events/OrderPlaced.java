package dev.cleave.orders.events;

import java.time.Instant;
import java.util.List;

import dev.cleave.platform.messaging.Event;
import dev.cleave.platform.messaging.Subject;
import org.jspecify.annotations.Nullable;

/// Somebody wants these products at these prices; whether there is enough of them is not known yet.
///
/// @param placedAt when the customer asked; for an imported order that may be long ago
/// @param customer opaque, null when nobody said who it was
/// @param country as the order says it
/// @param currency ISO 4217 code of all amounts
/// @param total of all lines, in minor units
@Event("orders.OrderPlaced.v1")
public record OrderPlaced(@Subject String orderId, Instant placedAt, @Nullable String customer,
		@Nullable String country, String currency, long total, List<Line> lines) implements OrderEvent {

	/// @param line counted from 1
	/// @param name of the product when it was ordered
	/// @param quantity at least 1
	/// @param unitPrice in minor units
	public record Line(int line, String sku, String name, long quantity, long unitPrice) {

	}

}
