package dev.cleave.reporting.projections;

import org.jspecify.annotations.Nullable;

/// @param name null while inventory has not told it
/// @param revenue of all that was sold, also of what came back, in minor units
/// @param returnedUnits units that came back
/// @param returned their price, in minor units
public record ProductFigure(String sku, @Nullable String name, long units, long revenue, long returnedUnits,
		long returned) {

}
