package dev.cleave.orders.domain;

import java.time.Clock;
import java.util.List;

import org.springframework.stereotype.Component;

/// What shipping, delivering and taking back have in common: units of an order come as far as the next stage, and no
/// more of them than have come to the one before.
@Component
class Fulfilling {

	private final HeldOrders orders;

	private final OrderLines lines;

	private final Timelines timelines;

	private final Moves moves;

	private final PlacedOrders placed;

	private final Clock clock;

	Fulfilling(HeldOrders orders, OrderLines lines, Timelines timelines, Moves moves, PlacedOrders placed,
			Clock clock) {
		this.orders = orders;
		this.lines = lines;
		this.timelines = timelines;
		this.moves = moves;
		this.placed = placed;
		this.clock = clock;
	}

	/// @param wanted none stands for everything that is left
	Fulfilment bring(Stage stage, Wish wish, List<Part> wanted, Verb verb) {
		var found = this.orders.hold(wish);
		if (found.isEmpty()) {
			return new Standstill.Unknown();
		}
		var order = found.get();
		if (!wish.seen().test(order.version())) {
			return new Standstill.Stale();
		}
		if (!order.can(stage.move(true)) && !order.can(stage.move(false))) {
			return order.refuses(stage.move(true));
		}
		var progress = new Progress(stage, this.lines.of(order.id()));
		var parts = wanted.isEmpty() ? progress.left() : wanted;
		if (parts.isEmpty()) {
			return new Fulfilment.NothingLeft();
		}
		var faults = progress.faults(parts);
		if (!faults.isEmpty()) {
			return new Fulfilment.Excessive(faults);
		}
		var before = this.timelines.count(order.id(), stage.move(true), stage.move(false));
		var consignment = progress.consign(before + 1, parts);
		this.lines.advance(order.id(), stage, consignment.portions());
		verb.apply(order, consignment, Occasion.wish(this.clock.instant(), wish.who().id()));
		this.moves.keep(List.of(order));
		return new Fulfilment.Done(this.placed.find(wish.order(), wish.who()).orElseThrow());
	}

	/// What the order does.
	interface Verb {

		void apply(Order order, Consignment consignment, Occasion occasion);

	}

}
