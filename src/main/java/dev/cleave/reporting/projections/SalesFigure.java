package dev.cleave.reporting.projections;

import org.jspecify.annotations.Nullable;

/// @param key a day, a month or a country; null is a country that nobody told
/// @param revenue of all that was sold, also of what came back, in minor units
/// @param returnedUnits units that came back
/// @param returned their price, in minor units
/// @param refunded money that was given back, in minor units
public record SalesFigure(@Nullable String key, long orders, long units, long revenue, long returnedUnits,
		long returned, long refunded) {

}
