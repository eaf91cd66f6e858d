package dev.cleave.orders.domain;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;

import dev.cleave.inventory.commands.Line;
import dev.cleave.inventory.commands.ReserveStock;
import dev.cleave.orders.OrderId;
import dev.cleave.orders.events.OrderPlaced;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// The one way in which orders come into being, one at a time or many: they are written down, told of, and stock is
/// asked for.
@Component
class NewOrders {

	private final PlacedOrders orders;

	private final ApplicationEventPublisher messages;

	private final Clock clock;

	NewOrders(PlacedOrders orders, ApplicationEventPublisher messages, Clock clock) {
		this.orders = orders;
		this.messages = messages;
		this.clock = clock;
	}

	/// Returns which orders are placed; the references of the others are taken.
	///
	/// @param settlementWindow how long they wait for their stock; null for as long as it
	/// takes
	Set<OrderId> place(List<PlacedOrder> wanted, @Nullable Duration settlementWindow) {
		return place(wanted, settlementWindow, (_, message) -> message);
	}

	/// @param telling how the messages of an order are published
	Set<OrderId> place(List<PlacedOrder> wanted, @Nullable Duration settlementWindow,
			BiFunction<PlacedOrder, Object, Object> telling) {
		var placed = wanted.isEmpty() ? Set.<OrderId>of()
				: this.orders.add(wanted, this.clock.instant(), settlementWindow);
		wanted.stream().filter(order -> placed.contains(order.id())).forEach(order -> {
			this.messages.publishEvent(telling.apply(order, placed(order)));
			this.messages.publishEvent(telling.apply(order, reserve(order)));
		});
		return placed;
	}

	private static OrderPlaced placed(PlacedOrder order) {
		return new OrderPlaced(order.id().toString(), order.placedAt(), order.customer(), order.country(),
				order.currency(), order.total(),
				order.lines()
					.stream()
					.map(line -> new OrderPlaced.Line(line.line(), line.sku(), line.name(), line.quantity(),
							line.unitPrice()))
					.toList());
	}

	private static ReserveStock reserve(PlacedOrder order) {
		var units = new TreeMap<String, Long>();
		order.lines().forEach(line -> units.merge(line.sku(), line.quantity(), Math::addExact));
		return new ReserveStock(order.id().toString(),
				units.entrySet().stream().map(unit -> new Line(unit.getKey(), unit.getValue())).toList());
	}

}
