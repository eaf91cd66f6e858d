package dev.cleave.inventory.events;

import dev.cleave.platform.messaging.Event;
import dev.cleave.platform.messaging.Subject;

/// As much of a product is available again as its threshold, or nobody asks for one any more. Said once for each
/// crossing.
@Event("inventory.StockRecovered.v1")
public record StockRecovered(@Subject String sku, long available) {

}
