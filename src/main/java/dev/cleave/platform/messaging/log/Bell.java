package dev.cleave.platform.messaging.log;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Wakes one waiting worker. Rings while nobody waits are remembered as one.
public final class Bell {

	private final Semaphore rung = new Semaphore(0);

	public void ring() {
		if (this.rung.availablePermits() == 0) {
			this.rung.release();
		}
	}

	/// Returns when the bell has rung or the time is over.
	public void await(Duration patience) throws InterruptedException {
		if (this.rung.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
			this.rung.drainPermits();
		}
	}

}
