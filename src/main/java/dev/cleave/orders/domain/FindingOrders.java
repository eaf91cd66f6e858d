package dev.cleave.orders.domain;

import java.util.List;
import java.util.Optional;

import dev.cleave.orders.OrderId;
import dev.cleave.orders.domain.OrderQuery.Position;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Shows orders to those who may see them.
@Service
@Transactional(value = "orders", readOnly = true)
public class FindingOrders {

	private final PlacedOrders orders;

	private final Timelines timelines;

	FindingOrders(PlacedOrders orders, Timelines timelines) {
		this.orders = orders;
		this.timelines = timelines;
	}

	public Optional<PlacedOrder> find(OrderId id, Reader reader) {
		return this.orders.find(id, reader);
	}

	/// The youngest first.
	public List<PlacedOrder> list(OrderQuery query, Reader reader, @Nullable Position after, int limit) {
		return this.orders.list(query, reader, after, limit);
	}

	/// Empty when there is no such order, as far as the reader may know.
	public Optional<List<Step>> timeline(OrderId id, Reader reader) {
		return this.orders.exists(id, reader) ? Optional.of(this.timelines.of(id.value())) : Optional.empty();
	}

}
