package dev.cleave.orders.domain;

import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Lets units of an order leave. Stock hears of it and follows.
@Service
public class ShippingOrders {

	private final Fulfilling fulfilling;

	ShippingOrders(Fulfilling fulfilling) {
		this.fulfilling = fulfilling;
	}

	/// @param parts none stands for everything that is left
	@Transactional("orders")
	public Fulfilment ship(Wish wish, List<Part> parts) {
		return this.fulfilling.bring(Stage.SHIPPED, wish, parts, Order::ship);
	}

}
