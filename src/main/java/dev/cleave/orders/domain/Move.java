package dev.cleave.orders.domain;

/// What can be done with an order.
public enum Move {

	PLACE, CONFIRM, REJECT, PAY, SHIP_PART, SHIP, DELIVER_PART, DELIVER, RETURN_PART, RETURN, CANCEL, EXPIRE, PAY_LATE,
	REFUND

}
