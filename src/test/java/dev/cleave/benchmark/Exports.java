package dev.cleave.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import static org.assertj.core.api.Assertions.assertThat;

/// Somebody who has a file made of all order lines, and then the next one.
final class Exports implements AutoCloseable {

	private static final AtomicLong KEYS = new AtomicLong(System.nanoTime());

	private static final Duration PAUSE = Duration.ofMillis(250);

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
				ask(wire, 202,
						Http.post("/api/v1/reports/exports",
								this.stand.bearer() + "Idempotency-Key: e" + KEYS.getAndIncrement() + "\r\n",
								"application/json",
								"{\"report\":\"order-lines\",\"from\":\"2020-01-01\",\"to\":\"2100-01-01\"}"));
				var location = wire.header("Location").getFirst();
				do {
					Thread.sleep(PAUSE);
					ask(wire, 200, Http.get(location, this.stand.bearer()));
				}
				while (!this.over && !wire.body().contains("\"status\":\"DONE\""));
				if (this.over) {
					this.made = rows() - this.before;
					ask(wire, 204, Http.delete(location, this.stand.bearer() + "If-Match: *\r\n"));
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

	/// Comes back later when there is too much to do.
	private static void ask(Wire wire, int expected, byte[] request) throws IOException, InterruptedException {
		var status = wire.exchange(request);
		while (status == 503) {
			Thread.sleep(PAUSE);
			status = wire.exchange(request);
		}
		assertThat(status).as(wire.body()).isEqualTo(expected);
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
