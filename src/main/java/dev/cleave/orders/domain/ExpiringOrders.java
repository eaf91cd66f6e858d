package dev.cleave.orders.domain;

import java.time.Clock;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Gives up waiting for orders that have outlived their deadlines, and gives back what is reserved for them. Whoever
/// holds an order at that moment goes first, and decides whether it is still waited for.
@Service
public class ExpiringOrders {

	/// Most orders that are dealt with at once.
	static final int BATCH = 100;

	private final HeldOrders orders;

	private final Moves moves;

	private final Clock clock;

	ExpiringOrders(HeldOrders orders, Moves moves, Clock clock) {
		this.orders = orders;
		this.moves = moves;
		this.clock = clock;
	}

	/// Returns how many there were, of those that nobody else held.
	@Transactional("orders")
	public int expire() {
		var due = this.orders.due(BATCH);
		var occasion = Occasion.deadline(this.clock.instant());
		due.forEach(order -> order.giveUp(occasion));
		this.moves.keep(due);
		return due.size();
	}

}
