package dev.cleave.planted.sqlnamesitscolumns.orders.domain;

class All {

	static final String ORDERS = "SELECT * FROM orders WHERE id = ?";

}
