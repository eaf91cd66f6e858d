package dev.cleave.planted.domainknowsnoweb.orders.domain;

import dev.cleave.planted.domainknowsnoweb.orders.web.OrderView;

class ShowingOrders {

	OrderView show() {
		return new OrderView("1");
	}

}
