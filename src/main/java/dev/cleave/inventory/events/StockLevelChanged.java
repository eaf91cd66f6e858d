package dev.cleave.inventory.events;

import org.jspecify.annotations.Nullable;

import dev.cleave.platform.messaging.Event;
import dev.cleave.platform.messaging.Subject;

/// There is more or less of a product than was last told. Many movements within a moment are told once.
///
/// @param onHand units over all locations
/// @param reserved units of those that are promised to somebody
/// @param lowAt below so many available units the product counts as low; null when nobody asked for that
/// @param version rises with every movement; what has a lower one is older
@Event("inventory.StockLevelChanged.v1")
public record StockLevelChanged(@Subject String sku, long onHand, long reserved, @Nullable Long lowAt, long version) {

}
