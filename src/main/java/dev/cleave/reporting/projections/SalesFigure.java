package dev.cleave.reporting.projections;

import org.jspecify.annotations.Nullable;

/// @param key a day, a month or a country; null is a country that nobody told
/// @param revenue in minor units
public record SalesFigure(@Nullable String key, long orders, long units, long revenue) {

}
