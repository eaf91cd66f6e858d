package dev.cleave.planted.transactionsarethoseofusecases.orders.domain;

import org.springframework.transaction.annotation.Transactional;

public class PlacingOrders {

	@Transactional("orders")
	public void place() {
	}

}
