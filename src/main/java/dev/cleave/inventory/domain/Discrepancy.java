package dev.cleave.inventory.domain;

import org.jspecify.annotations.Nullable;

/// Something in the books of a shelf that can't be so, unless somebody meddled with them.
///
/// @param sequence of the movement concerned; null where it is the shelf as a whole
/// @param what is wrong, in words
public record Discrepancy(String sku, String location, @Nullable Long sequence, String what) {

}
