package dev.cleave.orders.domain;

/// A product as inventory last told it.
///
/// @param active whether it can be ordered
/// @param version rises with every change
public record ProductCopy(String sku, String name, Price price, boolean active, long version) {

}
