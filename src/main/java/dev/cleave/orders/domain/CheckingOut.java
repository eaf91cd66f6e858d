package dev.cleave.orders.domain;

import java.util.Optional;

import dev.cleave.orders.OrderId;
import dev.cleave.orders.domain.Checkout.Asked;
import dev.cleave.orders.domain.Checkout.NoProvider;
import dev.cleave.orders.domain.Checkout.ProviderAway;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/// Asks the payment provider for the money for an order. Nothing is written down: the order moves when the provider says
/// that it has the money.
@Service
public class CheckingOut {

	private final FindingOrders orders;

	private final Optional<PaymentProvider> provider;

	CheckingOut(FindingOrders orders, ObjectProvider<PaymentProvider> provider) {
		this.orders = orders;
		this.provider = provider.stream().findFirst();
	}

	/// Call it outside a transaction: the provider may take its time.
	public Checkout checkOut(OrderId id, Reader who) {
		if (this.provider.isEmpty()) {
			return new NoProvider();
		}
		var found = this.orders.find(id, who);
		if (found.isEmpty()) {
			return new Standstill.Unknown();
		}
		var order = found.get();
		if (StateMachine.after(order.status(), Move.PAY).isEmpty()) {
			return new Standstill.Illegal(Move.PAY, order.status(), StateMachine.movesFrom(order.status()));
		}
		return this.provider.get()
			.ask(id, new Price(order.total(), order.currency()))
			.<Checkout>map(payment -> new Asked(order, payment))
			.orElseGet(ProviderAway::new);
	}

}
