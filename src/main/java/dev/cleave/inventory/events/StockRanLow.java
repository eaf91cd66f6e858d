package dev.cleave.inventory.events;

import dev.cleave.platform.messaging.Event;
import dev.cleave.platform.messaging.Subject;

/// Less of a product is available than its threshold. Said once for each crossing.
@Event("inventory.StockRanLow.v1")
public record StockRanLow(@Subject String sku, long available, long lowAt) {

}
