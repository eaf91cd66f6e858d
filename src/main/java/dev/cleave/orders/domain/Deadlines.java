package dev.cleave.orders.domain;

import java.util.concurrent.TimeUnit;

import dev.cleave.platform.persistence.Lane;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Looks every second for orders that have outlived their deadlines, which are the database's. Every node looks; one of
/// them finds each order.
@Component
class Deadlines {

	private final ExpiringOrders expiring;

	Deadlines(ExpiringOrders expiring) {
		this.expiring = expiring;
	}

	@Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
	void enforce() {
		var found = ExpiringOrders.BATCH;
		while (found == ExpiringOrders.BATCH) {
			found = Lane.WORKERS.call(this.expiring::expire);
		}
	}

}
