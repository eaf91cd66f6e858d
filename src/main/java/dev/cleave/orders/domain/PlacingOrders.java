package dev.cleave.orders.domain;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Places an order: it is written down and stock is asked for. Whether there is enough is said later.
@Service
public class PlacingOrders {

	private final ProductCopies products;

	private final NewOrders newOrders;

	private final PlacedOrders orders;

	private final OrderSettings settings;

	private final CustomerLimits limits;

	PlacingOrders(ProductCopies products, NewOrders newOrders, PlacedOrders orders, OrderSettings settings,
			CustomerLimits limits) {
		this.products = products;
		this.newOrders = newOrders;
		this.orders = orders;
		this.settings = settings;
		this.limits = limits;
	}

	@Transactional("orders")
	public Placement place(Basket basket) {
		return switch (new Pricing(this.products.of(List.of(basket))).price(basket)) {
			case Pricing.Faulty(var faults) -> new Placement.Invalid(faults);
			case Pricing.Priced(var order) -> this.limits.exceededBy(order)
				.filter(limited -> !isTaken(order.reference()))
				.orElseGet(() -> place(order));
		};
	}

	/// Whoever asks again for an order that is there is told of it, whatever the limits
	/// say.
	private boolean isTaken(@Nullable String reference) {
		return reference != null && !this.orders.named(List.of(reference)).isEmpty();
	}

	private Placement place(PlacedOrder order) {
		if (this.newOrders.place(List.of(order), this.settings.settlementWindow()).contains(order.id())) {
			return new Placement.Placed(order);
		}
		return new Placement.ReferenceTaken(this.orders.named(List.of(String.valueOf(order.reference()))).getFirst());
	}

}
