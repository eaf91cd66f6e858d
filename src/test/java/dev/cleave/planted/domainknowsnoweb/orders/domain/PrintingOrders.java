package dev.cleave.planted.domainknowsnoweb.orders.domain;

import tools.jackson.databind.json.JsonMapper;

class PrintingOrders {

	String print(JsonMapper json) {
		return json.writeValueAsString(1);
	}

}
