package dev.cleave.realdata;

/// How many units of a SKU were ordered, and for how much, in pence.
public record RetailSkuSales(String sku, long units, long revenuePence) {

	RetailSkuSales plus(RetailSkuSales other) {
		return new RetailSkuSales(sku, Math.addExact(units, other.units),
				Math.addExact(revenuePence, other.revenuePence));
	}
}
