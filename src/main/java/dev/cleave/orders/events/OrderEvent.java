package dev.cleave.orders.events;

/// Something happened to an order.
public sealed interface OrderEvent permits OrderPlaced, OrderConfirmed, OrderRejected, OrderCancelled {

	String orderId();

}
