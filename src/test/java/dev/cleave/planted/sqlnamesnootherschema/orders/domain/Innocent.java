package dev.cleave.planted.sqlnamesnootherschema.orders.domain;

/// Reads "SELECT 1 FROM inventory.stock" in a comment only.
class Innocent {

	static final String SUBSCRIPTION = "inventory.reservations";

	static final String OWN = "SELECT orders.id, 'inventory.stock' FROM orders";

}
