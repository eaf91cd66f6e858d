package dev.cleave.orders.domain;

/// @param line counted from 1
/// @param name of the product when it was ordered
/// @param unitPrice in minor units of the order's currency
public record OrderLine(int line, String sku, String name, long quantity, long unitPrice) {

	/// In minor units.
	public long total() {
		return Math.multiplyExact(this.quantity, this.unitPrice);
	}

}
