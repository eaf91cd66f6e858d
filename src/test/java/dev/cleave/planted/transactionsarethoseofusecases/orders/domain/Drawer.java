package dev.cleave.planted.transactionsarethoseofusecases.orders.domain;

import org.springframework.transaction.annotation.Transactional;

class Drawer {

	@Transactional("orders")
	void open() {
	}

}
