package dev.cleave.orders.domain;

import java.util.List;

/// Why an order can't be served.
///
/// @param reason as inventory names it
/// @param shortages the SKUs that fell short, if that was the reason
public record Rejection(String reason, List<Shortage> shortages) {

	public Rejection {
		shortages = List.copyOf(shortages);
	}

	/// @param requested units over all lines of the order
	/// @param available units there were
	public record Shortage(String sku, long requested, long available) {

	}

}
