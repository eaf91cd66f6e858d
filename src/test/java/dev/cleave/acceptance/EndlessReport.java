package dev.cleave.acceptance;

import java.util.concurrent.CountDownLatch;

import dev.cleave.orders.events.OrderPlaced;
import dev.cleave.platform.messaging.Listener;

import org.springframework.context.annotation.Bean;

/// A report that takes its first batch of orders and never returns.
class EndlessReport {

	@Bean
	Stuck stuck() {
		return new Stuck(new CountDownLatch(1), new CountDownLatch(1));
	}

	@Bean
	Listener<OrderPlaced> endless(Stuck stuck) {
		return new Listener<>("reporting.endless", OrderPlaced.class, (messages) -> stuck.remain());
	}

	record Stuck(CountDownLatch entered, CountDownLatch never) {

		void remain() {
			this.entered.countDown();
			try {
				this.never.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

	}

}
