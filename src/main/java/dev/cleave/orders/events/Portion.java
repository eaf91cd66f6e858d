package dev.cleave.orders.events;

/// Some units of one line of an order.
///
/// @param line of the order, from 1
/// @param quantity at least 1
public record Portion(int line, long quantity) {

}
