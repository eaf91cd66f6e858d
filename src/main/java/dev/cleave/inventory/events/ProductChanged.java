package dev.cleave.inventory.events;

import dev.cleave.platform.messaging.Event;
import dev.cleave.platform.messaging.Subject;

/// A product is new or differs from before; this is all of it that others copy.
///
/// @param price of one unit in minor units of the currency
/// @param currency ISO 4217 code
/// @param active whether it can be ordered
/// @param version rises with every change of the product
@Event("inventory.ProductChanged.v1")
public record ProductChanged(@Subject String sku, String name, long price, String currency, boolean active,
		long version) {

}
