package dev.cleave.orders.domain;

import java.util.ArrayList;
import java.util.List;

import dev.cleave.platform.persistence.Lane;

import org.springframework.stereotype.Component;

/// Takes past orders by the hundred. When more come than can be settled they are taken more slowly, but never refused for
/// their number.
@Component
public class PastOrders {

	/// How many are best brought at once.
	public static final int CHUNK = 100;

	private final ImportingOrders importing;

	private final Backlog backlog;

	PastOrders(ImportingOrders importing, Backlog backlog) {
		this.importing = importing;
		this.backlog = backlog;
	}

	/// Says of each, in the same order, what became of it. One transaction takes no more
	/// lines than one order may have.
	///
	/// @param owner the caller who brings them and may read them
	public List<Taking> take(List<PastOrder> orders, String owner) {
		var takings = new ArrayList<Taking>();
		var batch = new ArrayList<PastOrder>();
		var size = 0;
		for (var order : orders) {
			if (size + order.lines().size() > PastOrder.MOST_LINES) {
				takings.addAll(takeAtOnce(batch, owner));
				batch.clear();
				size = 0;
			}
			batch.add(order);
			size += order.lines().size();
		}
		takings.addAll(takeAtOnce(batch, owner));
		return takings;
	}

	private List<Taking> takeAtOnce(List<PastOrder> orders, String owner) {
		if (orders.isEmpty()) {
			return List.of();
		}
		this.backlog.pauseUntilThereIsRoom();
		var baskets = orders.stream().map(order -> order.basketOf(owner)).toList();
		return Lane.BULK.call(() -> this.importing.take(baskets));
	}

}
