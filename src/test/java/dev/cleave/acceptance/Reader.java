package dev.cleave.acceptance;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;

/// Somebody who reads reports without a pause, of which none may fail and none may show less than the one before it.
final class Reader implements AutoCloseable {

	private final Visitor visitor;

	private final Patience patience;

	private final AtomicInteger read = new AtomicInteger();

	private final AtomicBoolean done = new AtomicBoolean();

	private final CompletableFuture<Void> reading;

	/// @param reports with the pointer to a number that can only grow
	Reader(Visitor visitor, Patience patience, Growing... reports) {
		this.visitor = visitor;
		this.patience = patience;
		this.reading = CompletableFuture.runAsync(() -> read(reports), Thread::startVirtualThread);
	}

	private void read(Growing... reports) {
		var before = new long[reports.length];
		while (!this.done.get()) {
			for (var i = 0; i < reports.length; i++) {
				var answer = this.patience.insist(this.visitor.get(reports[i].path())).expect(200);
				var now = answer.json().at(reports[i].pointer()).asLong(0);
				assertThat(now).as("%s of the %s", reports[i].pointer(), answer).isGreaterThanOrEqualTo(before[i]);
				before[i] = now;
			}
			this.read.incrementAndGet();
		}
	}

	/// Fails if what was read so far was wrong.
	void check() {
		if (this.reading.isDone()) {
			join();
		}
	}

	/// How often everything was read.
	int times() {
		return this.read.get();
	}

	@Override
	public void close() {
		this.done.set(true);
		join();
	}

	private void join() {
		try {
			this.reading.join();
		}
		catch (CompletionException ex) {
			throw new AssertionError("A reader was shown something wrong: " + ex.getCause().getMessage(),
					ex.getCause());
		}
	}

	record Growing(String path, String pointer) {

		static Growing of(String path, String pointer) {
			return new Growing(path, pointer);
		}

	}

}
