package dev.cleave.planted.vaguenamesandshortcutsarebanned.orders.domain;

import org.springframework.beans.factory.annotation.Value;

class PlacingOrders {

	@Value("${limit}")
	private int limit;

	PlacingOrders(@Value("${name}") String name) {
		System.out.println(name + this.limit);
	}

}
