package dev.cleave.orders.domain;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes units of an order back. What was paid for them is due to be given back, and stock hears what can be sold again.
@Service
public class ReturningOrders {

	private final Fulfilling fulfilling;

	ReturningOrders(Fulfilling fulfilling) {
		this.fulfilling = fulfilling;
	}

	/// @param parts none stands for everything that is left
	/// @param location where they arrived; null for the main one
	/// @param reason why they came back, if somebody said it
	@Transactional("orders")
	public Fulfilment takeBack(Wish wish, List<Part> parts, @Nullable String location, @Nullable String reason) {
		return this.fulfilling.bring(Stage.RETURNED, wish, parts,
				(order, consignment, occasion) -> order.takeBack(consignment, location, reason, occasion));
	}

}
