package dev.cleave.planted.platformknowsnobusiness.platform;

import dev.cleave.planted.platformknowsnobusiness.orders.OrderId;

class OrderDesk {

	String serve(OrderId id) {
		return id.value();
	}

}
