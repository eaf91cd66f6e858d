package dev.cleave.orders.domain;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/// A planted bug: now and then it is not known whether an order was committed, and it is taken for lost and made once
/// more, under another name.
public class OrdersPlacedAgain {

	@Bean
	@Primary
	PlacingOrders placingAgain(ProductCopies products, NewOrders newOrders, PlacedOrders orders, OrderSettings settings,
			CustomerLimits limits) {
		return new PlacingOrders(products, newOrders, orders, settings, limits) {

			private final AtomicInteger times = new AtomicInteger();

			@Override
			public List<Placement> place(List<Asking> askings) {
				var placements = super.place(askings);
				if (this.times.incrementAndGet() % 10 == 0) {
					super.place(askings.stream().map(OrdersPlacedAgain::underNoName).toList());
				}
				return placements;
			}

		};
	}

	private static Asking underNoName(Asking asking) {
		var basket = asking.basket();
		return new Asking(new Basket(basket.owner(), basket.customer(), null, basket.country(), basket.terms(),
				basket.shipTo(), basket.placedAt(), basket.historic(), basket.items()), asking.traceparent());
	}

}
