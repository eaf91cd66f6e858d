package dev.cleave.planted.sqlnamesitscolumns.orders.domain;

class Gone {

	static final String GONE = "DELETE FROM orders WHERE id = ? RETURNING *";

}
