package dev.cleave.orders.domain;

/// @param line counted from 1
/// @param name of the product when it was ordered
/// @param unitPrice in minor units of the order's currency
/// @param shipped units that have left
/// @param delivered units of those that have arrived
/// @param returned units of those that have come back
public record OrderLine(int line, String sku, String name, long quantity, long unitPrice, long shipped, long delivered,
		long returned) {

	/// A line of which nothing has left yet.
	OrderLine(int line, String sku, String name, long quantity, long unitPrice) {
		this(line, sku, name, quantity, unitPrice, 0, 0, 0);
	}

	/// In minor units.
	public long total() {
		return Math.multiplyExact(this.quantity, this.unitPrice);
	}

}
