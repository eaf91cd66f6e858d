package dev.cleave.planted.transactionsarethoseofusecases.orders.web;

import org.springframework.transaction.annotation.Transactional;

public class OrderController {

	@Transactional("orders")
	public void place() {
	}

}
