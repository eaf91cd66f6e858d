package dev.cleave.orders.events;

/// Something happened to an order.
public sealed interface OrderEvent permits OrderPlaced, OrderConfirmed, OrderRejected, OrderCancelled, OrderExpired,
		OrderPaid, OrderShipped, OrderDelivered, OrderReturned, OrderRefundDue, OrderRefunded {

	String orderId();

}
