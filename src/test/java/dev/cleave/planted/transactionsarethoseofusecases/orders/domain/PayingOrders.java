package dev.cleave.planted.transactionsarethoseofusecases.orders.domain;

import jakarta.transaction.Transactional;

public class PayingOrders {

	@Transactional
	public void pay() {
	}

}
