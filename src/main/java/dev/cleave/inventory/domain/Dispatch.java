package dev.cleave.inventory.domain;

import org.jspecify.annotations.Nullable;

/// What somebody wants to send from one location to another.
///
/// @param quantity units, at least 1
/// @param reference what the caller calls the occasion
/// @param actor id of the caller
public record Dispatch(String sku, String from, String to, long quantity, @Nullable String reason,
		@Nullable String reference, String actor) {

}
