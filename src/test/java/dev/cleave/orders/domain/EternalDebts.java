package dev.cleave.orders.domain;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A planted bug: what was given back is still due, and can be given back again.
public class EternalDebts {

	@Bean
	@Primary
	HeldOrders owingOrders(JdbcClient jdbc) {
		return new Owing(jdbc);
	}

	static class Owing extends HeldOrders {

		private final JdbcClient jdbc;

		Owing(JdbcClient jdbc) {
			super(jdbc);
			this.jdbc = jdbc;
		}

		@Override
		void write(List<Order> moved) {
			var before = moved.stream().collect(Collectors.toMap(Function.identity(), (order) -> due(order.id())));
			super.write(moved);
			before.forEach(
					(order, due) -> this.jdbc.sql("UPDATE orders SET refund_due = greatest(refund_due, ?) WHERE id = ?")
						.params(due, order.id())
						.update());
		}

		private long due(UUID id) {
			return this.jdbc.sql("SELECT refund_due FROM orders WHERE id = ?").param(id).query(Long.class).single();
		}

	}

}
