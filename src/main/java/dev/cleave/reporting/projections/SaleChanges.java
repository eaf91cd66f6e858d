package dev.cleave.reporting.projections;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.cleave.orders.events.OrderCancelled;
import dev.cleave.orders.events.OrderConfirmed;
import dev.cleave.orders.events.OrderDelivered;
import dev.cleave.orders.events.OrderEvent;
import dev.cleave.orders.events.OrderExpired;
import dev.cleave.orders.events.OrderPaid;
import dev.cleave.orders.events.OrderPlaced;
import dev.cleave.orders.events.OrderRefundDue;
import dev.cleave.orders.events.OrderRefunded;
import dev.cleave.orders.events.OrderRejected;
import dev.cleave.orders.events.OrderReturned;
import dev.cleave.orders.events.OrderShipped;
import dev.cleave.orders.events.Portion;

/// What a batch of events comes to: sales that are new, and what became of sales, new ones among them.
///
/// @param fates by order
record SaleChanges(List<OrderPlaced> placed, SortedMap<String, Fate> fates, List<ReturnedLine> returned) {

	/// @param events in order per order
	static SaleChanges of(Collection<OrderEvent> events) {
		var changes = new SaleChanges(new ArrayList<>(), new TreeMap<>(), new ArrayList<>());
		events.forEach(changes::add);
		return changes;
	}

	private void add(OrderEvent event) {
		switch (event) {
			case OrderPlaced sale -> this.placed.add(sale);
			case OrderConfirmed confirmed -> add(confirmed.orderId(), Fate.of(Outcome.COUNTED));
			case OrderRejected rejected -> add(rejected.orderId(), Fate.of(Outcome.DROPPED));
			case OrderCancelled cancelled -> add(cancelled.orderId(), Fate.of(Outcome.DROPPED));
			case OrderExpired expired -> add(expired.orderId(), Fate.of(Outcome.DROPPED));
			case OrderReturned returned -> takeBack(returned);
			case OrderRefunded refund -> add(refund.orderId(), Fate.refunded(refund.amount()));
			case OrderPaid _, OrderShipped _, OrderDelivered _, OrderRefundDue _ -> {
				// The sale counts as before.
			}
		}
	}

	private void takeBack(OrderReturned event) {
		var units = event.portions().stream().mapToLong(Portion::quantity).sum();
		add(event.orderId(), Fate.returned(units, event.amount()));
		event.portions()
			.forEach(portion -> this.returned
				.add(new ReturnedLine(event.orderId(), portion.line(), portion.quantity())));
	}

	private void add(String orderId, Fate fate) {
		this.fates.merge(orderId, fate, Fate::then);
	}

}
