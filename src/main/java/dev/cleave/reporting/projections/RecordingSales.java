package dev.cleave.reporting.projections;

import java.util.Collection;

import dev.cleave.orders.events.OrderEvent;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeps the sums of what was sold in step with what becomes of orders.
@Service
public class RecordingSales {

	private final Sales sales;

	private final SalesSums sums;

	RecordingSales(Sales sales, SalesSums sums) {
		this.sales = sales;
		this.sums = sums;
	}

	/// Takes any number of events at once, those of one order in their order, each of
	/// them once.
	@Transactional("reporting")
	public void record(int generation, Collection<OrderEvent> events) {
		var changes = SaleChanges.of(events);
		if (!changes.placed().isEmpty()) {
			this.sales.add(generation, changes.placed());
		}
		if (!changes.returned().isEmpty()) {
			this.sales.takeBack(generation, changes.returned());
		}
		if (!changes.fates().isEmpty()) {
			this.sums.add(generation, this.sales.settle(generation, changes.fates()), changes.returned());
		}
	}

}
