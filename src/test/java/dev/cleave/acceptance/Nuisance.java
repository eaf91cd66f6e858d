package dev.cleave.acceptance;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// People who keep coming with the same thing, whatever becomes of the others, until it is over.
final class Nuisance implements AutoCloseable {

	private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

	private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();

	Nuisance(Runnable request, int perSecond) {
		this.clock.scheduleAtFixedRate(() -> this.people.execute(() -> bother(request)), 0, 1_000_000 / perSecond,
				TimeUnit.MICROSECONDS);
	}

	private void bother(Runnable request) {
		try {
			request.run();
		}
		catch (RuntimeException ex) {
			if (!this.people.isShutdown()) {
				throw ex;
			}
		}
	}

	/// Sends home those who still wait.
	@Override
	public void close() {
		this.clock.shutdownNow();
		this.people.shutdownNow();
	}

}
