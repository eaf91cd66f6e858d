package dev.cleave.orders.domain;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import dev.cleave.platform.persistence.Lane;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// How many orders wait to be settled, as last seen by this process. Who brings new ones is slowed down by it rather than
/// cut off.
@Component
public class Backlog {

	private final JdbcClient jdbc;

	private final OrderSettings settings;

	private volatile long unsettled;

	Backlog(JdbcClient jdbc, OrderSettings settings) {
		this.jdbc = jdbc;
		this.settings = settings;
	}

	/// Whether no more orders can be taken for now.
	public boolean isFull() {
		return this.unsettled >= this.settings.refuseFrom();
	}

	/// Holds the caller back for as long as the backlog demands. Call it outside a
	/// transaction.
	public void pause() {
		sleep(this.settings.pauseAt(this.unsettled));
	}

	/// The same for those who can wait as long as it takes.
	public void pauseUntilThereIsRoom() {
		do {
			pause();
		}
		while (isFull());
	}

	/// Counts no further than matters.
	@Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
	void sample() {
		this.unsettled = Lane.WORKERS.call(() -> this.jdbc
			.sql("SELECT count(*) FROM (SELECT FROM orders WHERE status = 'PENDING' LIMIT ?) unsettled")
			.param(this.settings.refuseFrom())
			.query(Long.class)
			.single());
	}

	private static void sleep(Duration pause) {
		if (pause.isPositive()) {
			try {
				Thread.sleep(pause);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new IllegalStateException("Interrupted while the backlog is large", ex);
			}
		}
	}

}
