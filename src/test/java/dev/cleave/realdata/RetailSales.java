package dev.cleave.realdata;

/// How many orders, how many units and how much money, in pence.
public record RetailSales(long orders, long units, long revenuePence) {

	static final RetailSales NONE = new RetailSales(0, 0, 0);

	static RetailSales of(RetailOrder order) {
		return new RetailSales(1, order.units(), order.totalPence());
	}

	RetailSales plus(RetailSales other) {
		return new RetailSales(Math.addExact(orders, other.orders), Math.addExact(units, other.units),
				Math.addExact(revenuePence, other.revenuePence));
	}
}
