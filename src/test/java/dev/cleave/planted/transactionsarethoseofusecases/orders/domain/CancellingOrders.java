package dev.cleave.planted.transactionsarethoseofusecases.orders.domain;

import org.springframework.transaction.annotation.Transactional;

public class CancellingOrders {

	@Transactional("inventory")
	public void cancel() {
	}

}
