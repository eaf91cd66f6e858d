package dev.cleave.orders.domain;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.cleave.orders.OrderId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Lets callers wait until their order is settled, by whichever node that happens. Those who wait hold nothing: one
/// thread of this process asks for all of them, and only while there are some.
@Component
public class SettlementWatch {

	private static final Logger log = LoggerFactory.getLogger(SettlementWatch.class);

	private static final Duration INTERVAL = Duration.ofMillis(25);

	private final JdbcClient jdbc;

	private final Set<Waiter> waiters = ConcurrentHashMap.newKeySet();

	private final AtomicBoolean watching = new AtomicBoolean();

	SettlementWatch(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/// Returns when the order is settled or the time is over. Call it outside a
	/// transaction.
	public void await(OrderId order, Duration patience) {
		var waiter = new Waiter(order.value(), new CountDownLatch(1));
		this.waiters.add(waiter);
		try {
			watch();
			waiter.settled().await(patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			this.waiters.remove(waiter);
		}
	}

	/// Wakes those who wait for these orders.
	void settled(Collection<UUID> orders) {
		if (!this.waiters.isEmpty()) {
			var settled = new HashSet<>(orders);
			this.waiters.stream()
				.filter(waiter -> settled.contains(waiter.order()))
				.forEach(waiter -> waiter.settled().countDown());
		}
	}

	private void watch() {
		if (this.watching.compareAndSet(false, true)) {
			Thread.ofVirtual().name("orders-settlement-watch").start(this::look);
		}
	}

	private void look() {
		try {
			while (!this.waiters.isEmpty()) {
				Thread.sleep(INTERVAL);
				lookOnce();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			this.watching.set(false);
		}
		// Somebody may have come since the last look, and thought this thread would serve
		// them.
		if (!this.waiters.isEmpty() && !Thread.currentThread().isInterrupted()) {
			watch();
		}
	}

	private void lookOnce() {
		var orders = this.waiters.stream().map(Waiter::order).map(UUID::toString).distinct().toArray(String[]::new);
		try {
			settled(this.jdbc.sql("SELECT id FROM orders WHERE id = ANY (?::uuid[]) AND status <> 'PENDING'")
				.param(orders)
				.query((row, number) -> Objects.requireNonNull(row.getObject("id", UUID.class)))
				.list());
		}
		catch (RuntimeException ex) {
			log.warn("Can't see which orders are settled and looks again: {}", ex.toString());
		}
	}

	private record Waiter(UUID order, CountDownLatch settled) {

	}

}
