package dev.cleave.inventory.domain;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does something again and again, with pauses, on a thread of its own: what may take a while must not hold up what
/// Spring's scheduler has to do. A round that fails is tried again as the next one, with growing pauses up to a second.
final class Rounds {

	private static final Logger log = LoggerFactory.getLogger(Rounds.class);

	private static final Duration FAREWELL = Duration.ofSeconds(10);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

	private final String name;

	private final Duration pause;

	private final Runnable round;

	private volatile CountDownLatch stopped = new CountDownLatch(0);

	private @Nullable Thread thread;

	private int failures;

	/// @param name of the thread
	/// @param pause before each round, the first one too
	Rounds(String name, Duration pause, Runnable round) {
		this.name = name;
		this.pause = pause;
		this.round = round;
	}

	void start() {
		var untilStopped = new CountDownLatch(1);
		this.stopped = untilStopped;
		this.thread = Thread.ofPlatform().daemon().name(this.name).start(() -> go(untilStopped));
	}

	/// Returns when the round under way has ended, or after ten seconds.
	void stop() {
		this.stopped.countDown();
		if (this.thread != null) {
			try {
				if (!this.thread.join(FAREWELL)) {
					this.thread.interrupt();
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
	}

	/// Whether there are to be more rounds; long ones look from time to time.
	boolean areGoingOn() {
		return this.stopped.getCount() > 0;
	}

	private void go(CountDownLatch untilStopped) {
		try {
			while (!untilStopped.await(pause().toMillis(), TimeUnit.MILLISECONDS)) {
				doOne();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/// Trouble may last, such as while the module is being moved.
	private Duration pause() {
		var patient = this.pause.multipliedBy(1L << Math.min(this.failures, 10));
		var longest = (LONGEST_PAUSE.compareTo(this.pause) > 0) ? LONGEST_PAUSE : this.pause;
		return (patient.compareTo(longest) < 0) ? patient : longest;
	}

	private void doOne() {
		try {
			this.round.run();
			this.failures = 0;
		}
		catch (RuntimeException ex) {
			this.failures++;
			log.warn("{} failed and goes on with the next round: {}", this.name, ex.toString());
		}
	}

}
