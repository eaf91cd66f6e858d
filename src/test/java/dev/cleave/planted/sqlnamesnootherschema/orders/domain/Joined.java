package dev.cleave.planted.sqlnamesnootherschema.orders.domain;

class Joined {

	static final String FOREIGN = "SELECT * FROM order_line, " + "inventory.product";

}
