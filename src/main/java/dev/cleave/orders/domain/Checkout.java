package dev.cleave.orders.domain;

/// What became of the wish to pay through a provider.
public sealed interface Checkout permits Checkout.Asked, Checkout.NoProvider, Checkout.ProviderAway, Standstill {

	record Asked(PlacedOrder order, PaymentRequest payment) implements Checkout {

	}

	/// The shop has none: its payments are recorded by staff or machines.
	record NoProvider() implements Checkout {

	}

	record ProviderAway() implements Checkout {

	}

}
