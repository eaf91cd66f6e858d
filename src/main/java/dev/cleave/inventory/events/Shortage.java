package dev.cleave.inventory.events;

/// @param requested units of the SKU over all lines
/// @param available units that could have been had; 0 for an unknown SKU
public record Shortage(String sku, long requested, long available) {

}
