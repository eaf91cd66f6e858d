package dev.cleave.orders.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import dev.cleave.orders.OrderId;
import dev.cleave.platform.messaging.Message;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Places orders: each is written down and stock is asked for. Whether there is enough is said later.
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

	/// Whether it may be placed together with others'. One that depends on the customer's
	/// other orders waits for those, and nobody else may have to.
	public boolean isIndependent(Basket basket) {
		return !this.limits.concernOtherOrdersOf(basket);
	}

	/// Says of each, in the same order, what became of it.
	@Transactional("orders")
	public List<Placement> place(List<Asking> askings) {
		var pricing = new Pricing(this.products.of(askings.stream().map(Asking::basket).toList()));
		var wanted = new HashMap<OrderId, Asking>();
		var orders = new ArrayList<PlacedOrder>();
		var wishes = askings.stream().map(asking -> switch (pricing.price(asking.basket())) {
			case Pricing.Faulty(var faults) -> new Placement.Invalid(faults);
			case Pricing.Priced(var order) ->
				this.limits.exceededBy(order).filter(limited -> !isTaken(order.reference())).orElseGet(() -> {
					orders.add(order);
					wanted.put(order.id(), asking);
					return new Placement.Placed(order);
				});
		}).toList();
		var placed = this.newOrders.place(orders, this.settings.settlementWindow(), (order,
				message) -> new Message.Caused(message, Objects.requireNonNull(wanted.get(order.id())).traceparent()));
		return wishes.stream().map(wish -> judge(wish, placed)).toList();
	}

	/// Whoever asks again for an order that is there is told of it, whatever the limits
	/// say.
	private boolean isTaken(@Nullable String reference) {
		return reference != null && !this.orders.named(List.of(reference)).isEmpty();
	}

	private Placement judge(Placement wish, Set<OrderId> placed) {
		return (wish instanceof Placement.Placed(var order) && !placed.contains(order.id()))
				? new Placement.ReferenceTaken(this.orders.named(List.of(String.valueOf(order.reference()))).getFirst())
				: wish;
	}

}
