package dev.cleave.auth.domain;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Does what an answer does not wait for, so that its time tells nothing: some things at once, a thousand that wait, and
/// no more. What is not done when a node dies has to be asked for again.
@Component
class Afterwards implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(Afterwards.class);

	private static final int AT_ONCE = 16;

	private static final int WAITING = 1_000;

	private static final int SECONDS_TO_FINISH = 5;

	private final Semaphore places = new Semaphore(WAITING);

	private final Semaphore turns = new Semaphore(AT_ONCE);

	private volatile boolean running;

	void run(Runnable work) {
		if (!this.places.tryAcquire()) {
			log.warn("Too many letters wait to be written: one is dropped");
			return;
		}
		Thread.startVirtualThread(() -> {
			try {
				inTurn(work);
			}
			finally {
				this.places.release();
			}
		});
	}

	private void inTurn(Runnable work) {
		this.turns.acquireUninterruptibly();
		try {
			work.run();
		}
		catch (RuntimeException ex) {
			log.warn("A letter was not written: {}", ex.getClass().getSimpleName());
		}
		finally {
			this.turns.release();
		}
	}

	@Override
	public void start() {
		this.running = true;
	}

	/// Lets what has begun come to its end while there is a database.
	@Override
	public void stop() {
		this.running = false;
		try {
			if (this.places.tryAcquire(WAITING, SECONDS_TO_FINISH, TimeUnit.SECONDS)) {
				this.places.release(WAITING);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
