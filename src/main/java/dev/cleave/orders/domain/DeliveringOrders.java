package dev.cleave.orders.domain;

import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Writes down that units of an order have arrived.
@Service
public class DeliveringOrders {

	private final Fulfilling fulfilling;

	DeliveringOrders(Fulfilling fulfilling) {
		this.fulfilling = fulfilling;
	}

	/// @param parts none stands for everything that is left
	@Transactional("orders")
	public Fulfilment deliver(Wish wish, List<Part> parts) {
		return this.fulfilling.bring(Stage.DELIVERED, wish, parts, Order::deliver);
	}

}
