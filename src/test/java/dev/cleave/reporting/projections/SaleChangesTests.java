package dev.cleave.reporting.projections;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.cleave.orders.events.OrderCancelled;
import dev.cleave.orders.events.OrderConfirmed;
import dev.cleave.orders.events.OrderEvent;
import dev.cleave.orders.events.OrderPlaced;
import dev.cleave.orders.events.OrderRejected;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SaleChangesTests {

	private final OrderPlaced placed = new OrderPlaced("1", Instant.EPOCH, null, null, "GBP", 0, List.of());

	@Test
	void aPlacedOrderDoesNotCountYet() {
		var changes = of(this.placed);

		assertThat(changes.placed()).containsExactly(this.placed);
		assertThat(changes.outcomes()).isEmpty();
	}

	@Test
	void aConfirmedOrderCounts() {
		assertThat(of(this.placed, new OrderConfirmed("1")).outcomes())
			.containsExactly(Map.entry("1", Outcome.COUNTED));
	}

	@Test
	void aRejectedOrderNeverCounts() {
		assertThat(of(this.placed, new OrderRejected("1", "out-of-stock")).outcomes()).containsEntry("1",
				Outcome.DROPPED);
	}

	@Test
	void whatIsDroppedStaysDropped() {
		assertThat(of(new OrderConfirmed("1"), new OrderCancelled("1", "changed my mind")).outcomes())
			.containsEntry("1", Outcome.DROPPED);
		assertThat(of(new OrderCancelled("1", "too late"), new OrderConfirmed("1")).outcomes()).containsEntry("1",
				Outcome.DROPPED);
	}

	@Test
	void ordersAreToldApart() {
		assertThat(of(new OrderConfirmed("1"), new OrderCancelled("2", "x")).outcomes())
			.containsEntry("1", Outcome.COUNTED)
			.containsEntry("2", Outcome.DROPPED);
	}

	private static SaleChanges of(OrderEvent... events) {
		return SaleChanges.of(List.of(events));
	}

}
