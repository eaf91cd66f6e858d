package dev.cleave.reporting.projections;

import org.jspecify.annotations.Nullable;

/// @param name null while inventory has not told it
/// @param revenue in minor units
public record ProductFigure(String sku, @Nullable String name, long units, long revenue) {

}
