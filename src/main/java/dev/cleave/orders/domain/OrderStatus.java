package dev.cleave.orders.domain;

/// Where an order stands.
public enum OrderStatus {

	PENDING, CONFIRMED, REJECTED, PAID, PARTLY_SHIPPED, SHIPPED, DELIVERED, CANCELLED, EXPIRED, RETURNED,
	PARTLY_RETURNED

}
