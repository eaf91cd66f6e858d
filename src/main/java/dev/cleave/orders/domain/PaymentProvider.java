package dev.cleave.orders.domain;

import java.util.Optional;

import dev.cleave.orders.OrderId;

/// Who takes the money of buyers for the shop. What became of a payment is told later, by a signed callback.
public interface PaymentProvider {

	/// Asks for the money for an order. It is never called within a transaction, and may
	/// be called again for the same order: that is the same payment.
	///
	/// @param amount the order's total
	/// @return empty while the provider can't be reached
	Optional<PaymentRequest> ask(OrderId order, Price amount);

}
