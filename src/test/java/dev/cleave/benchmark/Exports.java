package dev.cleave.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicLong;

import static org.assertj.core.api.Assertions.assertThat;

/// Somebody who has a file made of all order lines, and then the next one.
final class Exports implements AutoCloseable {

	private static final AtomicLong KEYS = new AtomicLong(System.nanoTime());

	private final Stand stand;

	private final Thread thread;

	private final double before;

	private volatile boolean over;

	private volatile double made;

	private Exports(Stand stand) {
		this.stand = stand;
		this.before = rows();
		this.thread = Thread.ofPlatform().name("exports").start(this::run);
	}

	static Exports begin(Stand stand) {
		return new Exports(stand);
	}

	private void run() {
		try (var wire = new Wire(this.stand.address())) {
			while (!this.over) {
				assertThat(wire.exchange(Http.post("/api/v1/reports/exports",
						this.stand.bearer() + "Idempotency-Key: e" + KEYS.getAndIncrement() + "\r\n",
						"application/json",
						"{\"report\":\"order-lines\",\"from\":\"2020-01-01\",\"to\":\"2100-01-01\"}")))
					.as(wire.body())
					.isEqualTo(202);
				var location = wire.header("Location").getFirst();
				do {
					Thread.sleep(250);
					assertThat(wire.exchange(Http.get(location, this.stand.bearer()))).as(wire.body()).isEqualTo(200);
				}
				while (!this.over && !wire.body().contains("\"status\":\"DONE\""));
				if (this.over) {
					this.made = rows() - this.before;
					assertThat(wire.exchange(Http.delete(location, this.stand.bearer() + "If-Match: *\r\n")))
						.isEqualTo(204);
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/// Rows in all files, finished or not.
	private double rows() {
		return this.stand.servers().number("SELECT coalesce(sum(rows), 0) FROM reporting.export");
	}

	/// Rows that were written until it was closed.
	double made() {
		return this.made;
	}

	/// Leaves nothing to be made.
	@Override
	public void close() {
		this.over = true;
		try {
			this.thread.join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
