package dev.cleave.inventory.commands;

import org.jspecify.annotations.Nullable;

/// @param quantity at least 1; several lines may name the same SKU
/// @param writeOff why the units can't be sold again; null when they are back on the shelf
public record ReturnedLine(String sku, long quantity, @Nullable String writeOff) {

	public ReturnedLine {
		if (quantity < 1) {
			throw new IllegalArgumentException("%d units of %s can't come back".formatted(quantity, sku));
		}
	}

}
