package dev.cleave.planted.sqlnamesnootherschema.orders.domain;

class Stock {

	static final String FOREIGN = """
			UPDATE
				"inventory"."stock" SET reserved = 0
			""";

}
