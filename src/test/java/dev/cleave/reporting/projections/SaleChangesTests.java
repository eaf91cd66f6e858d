package dev.cleave.reporting.projections;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.cleave.orders.events.OrderCancelled;
import dev.cleave.orders.events.OrderConfirmed;
import dev.cleave.orders.events.OrderEvent;
import dev.cleave.orders.events.OrderPlaced;
import dev.cleave.orders.events.OrderRefunded;
import dev.cleave.orders.events.OrderRejected;
import dev.cleave.orders.events.OrderReturned;
import dev.cleave.orders.events.Portion;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SaleChangesTests {

	private final OrderPlaced placed = new OrderPlaced("1", Instant.EPOCH, null, null, "GBP", 0, List.of());

	@Test
	void aPlacedOrderDoesNotCountYet() {
		var changes = of(this.placed);

		assertThat(changes.placed()).containsExactly(this.placed);
		assertThat(changes.fates()).isEmpty();
	}

	@Test
	void aConfirmedOrderCounts() {
		assertThat(of(this.placed, new OrderConfirmed("1")).fates())
			.containsExactly(Map.entry("1", Fate.of(Outcome.COUNTED)));
	}

	@Test
	void aRejectedOrderNeverCounts() {
		assertThat(of(this.placed, new OrderRejected("1", "out-of-stock")).fates()).containsEntry("1",
				Fate.of(Outcome.DROPPED));
	}

	@Test
	void whatIsDroppedStaysDropped() {
		assertThat(of(new OrderConfirmed("1"), new OrderCancelled("1", "changed my mind")).fates()).containsEntry("1",
				Fate.of(Outcome.DROPPED));
		assertThat(of(new OrderCancelled("1", "too late"), new OrderConfirmed("1")).fates()).containsEntry("1",
				Fate.of(Outcome.DROPPED));
	}

	@Test
	void ordersAreToldApart() {
		assertThat(of(new OrderConfirmed("1"), new OrderCancelled("2", "x")).fates())
			.containsEntry("1", Fate.of(Outcome.COUNTED))
			.containsEntry("2", Fate.of(Outcome.DROPPED));
	}

	@Test
	void returnsAndRefundsAddUp() {
		var changes = of(new OrderConfirmed("1"),
				new OrderReturned("1", 1, List.of(new Portion(1, 2), new Portion(3, 1)), 500, false),
				new OrderRefunded("1", 500, "GBP"), new OrderReturned("1", 2, List.of(new Portion(1, 1)), 100, false));

		assertThat(changes.fates()).containsExactly(Map.entry("1", new Fate(Outcome.COUNTED, 4, 600, 500)));
		assertThat(changes.returned()).containsExactly(new ReturnedLine("1", 1, 2), new ReturnedLine("1", 3, 1),
				new ReturnedLine("1", 1, 1));
	}

	private static SaleChanges of(OrderEvent... events) {
		return SaleChanges.of(List.of(events));
	}

}
