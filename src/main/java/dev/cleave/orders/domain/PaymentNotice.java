package dev.cleave.orders.domain;

import dev.cleave.orders.OrderId;

/// What a payment provider tells of a payment.
///
/// @param id of the notice, the same when it is told again
/// @param reference as the provider calls the payment, or the refund
public record PaymentNotice(String id, Kind kind, OrderId order, String reference, Price amount) {

	public enum Kind {

		CAPTURED, REFUNDED, FAILED

	}

}
