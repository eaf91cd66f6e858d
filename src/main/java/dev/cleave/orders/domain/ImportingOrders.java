package dev.cleave.orders.domain;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.cleave.orders.OrderId;
import dev.cleave.orders.domain.Pricing.Faulty;
import dev.cleave.orders.domain.Pricing.Priced;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes orders of the past, which are settled like any other. Each is known by its reference, so that taking it again
/// changes nothing.
@Service
public class ImportingOrders {

	private final ProductCopies products;

	private final NewOrders newOrders;

	private final PlacedOrders orders;

	ImportingOrders(ProductCopies products, NewOrders newOrders, PlacedOrders orders) {
		this.products = products;
		this.newOrders = newOrders;
		this.orders = orders;
	}

	/// Says of each, in the same order, what became of it.
	@Transactional("orders")
	public List<Taking> take(List<Basket> baskets) {
		var pricing = new Pricing(this.products.of(baskets));
		var outcomes = baskets.stream().map(pricing::price).toList();
		var wanted = outcomes.stream()
			.filter(Priced.class::isInstance)
			.map(Priced.class::cast)
			.map(Priced::order)
			.toList();
		var taken = this.newOrders.place(wanted, null);
		var known = this.orders
			.named(wanted.stream()
				.filter(order -> !taken.contains(order.id()))
				.map(order -> Objects.requireNonNull(order.reference()))
				.distinct()
				.toList())
			.stream()
			.collect(Collectors.toMap(order -> String.valueOf(order.reference()), Function.identity()));
		return outcomes.stream().map(outcome -> judge(outcome, taken, known)).toList();
	}

	private static Taking judge(Pricing.Outcome outcome, Set<OrderId> taken, Map<String, PlacedOrder> known) {
		return switch (outcome) {
			case Faulty(var faults) -> new Taking.Refused(faults.getFirst().code(), "/lines/%d/%s %s"
				.formatted(faults.getFirst().index(), faults.getFirst().field(), faults.getFirst().detail()));
			case Priced(var order) when taken.contains(order.id()) -> new Taking.Taken();
			case Priced(var order) when isKnown(order, known) -> new Taking.Known();
			case Priced(var order) -> new Taking.Refused("reference-taken",
					"Another order has the reference %s.".formatted(order.reference()));
		};
	}

	private static boolean isKnown(PlacedOrder order, Map<String, PlacedOrder> known) {
		var first = known.get(String.valueOf(order.reference()));
		return first != null && order.saysTheSameAs(first);
	}

}
