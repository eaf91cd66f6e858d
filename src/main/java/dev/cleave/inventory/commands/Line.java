package dev.cleave.inventory.commands;

/// @param quantity at least 1; several lines may name the same SKU
public record Line(String sku, long quantity) {

	public Line {
		if (quantity < 1) {
			throw new IllegalArgumentException("%d units of %s can't be reserved".formatted(quantity, sku));
		}
	}

}
