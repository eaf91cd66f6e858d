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

/// What a batch of events comes to: sales that are new, and what became of sales, new ones among them.
///
/// @param outcomes by order
record SaleChanges(List<OrderPlaced> placed, SortedMap<String, Outcome> outcomes) {

	/// @param events in order per order
	static SaleChanges of(Collection<OrderEvent> events) {
		var changes = new SaleChanges(new ArrayList<>(), new TreeMap<>());
		events.forEach(changes::add);
		return changes;
	}

	private void add(OrderEvent event) {
		switch (event) {
			case OrderPlaced sale -> this.placed.add(sale);
			case OrderConfirmed confirmed -> add(confirmed.orderId(), Outcome.COUNTED);
			case OrderRejected rejected -> add(rejected.orderId(), Outcome.DROPPED);
			case OrderCancelled cancelled -> add(cancelled.orderId(), Outcome.DROPPED);
			case OrderExpired expired -> add(expired.orderId(), Outcome.DROPPED);
			case OrderPaid _, OrderShipped _, OrderDelivered _, OrderReturned _, OrderRefundDue _, OrderRefunded _ -> {
				// The sale counts as before.
			}
		}
	}

	private void add(String orderId, Outcome outcome) {
		this.outcomes.merge(orderId, outcome, Outcome::then);
	}

}
