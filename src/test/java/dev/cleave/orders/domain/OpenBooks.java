package dev.cleave.orders.domain;

import java.util.Optional;

import dev.cleave.orders.OrderId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A planted bug: an order is looked up without asking whose it is.
public class OpenBooks {

	@Bean
	@Primary
	PlacedOrders ordersOfEverybody(JdbcClient jdbc, OrderRows rows) {
		return new PlacedOrders(jdbc, rows) {

			@Override
			Optional<PlacedOrder> find(OrderId id, Reader reader) {
				return super.find(id, new Reader(reader.id(), true));
			}

		};
	}

}
