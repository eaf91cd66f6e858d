package dev.cleave.planted.domainknowsnoweb.orders.domain;

import org.springframework.http.HttpStatus;

class PlacingOrders {

	HttpStatus place() {
		return HttpStatus.OK;
	}

}
