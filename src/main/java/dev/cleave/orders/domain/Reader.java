package dev.cleave.orders.domain;

/// With whose eyes orders are looked at. What a reader may not see does not exist for them.
///
/// @param id of the caller
/// @param seesAll whether others' orders too
public record Reader(String id, boolean seesAll) {

}
