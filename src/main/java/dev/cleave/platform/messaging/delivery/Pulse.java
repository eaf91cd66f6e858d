package dev.cleave.platform.messaging.delivery;

import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// By which others see from outside whether a worker gets on: how long it has been at its present batch, and for how long
/// it has done nothing but fail.
final class Pulse {

	private volatile @Nullable Long busySince;

	private volatile @Nullable Long failingSince;

	void begins() {
		this.busySince = System.nanoTime();
	}

	/// All that there was to do is done.
	void rests() {
		this.busySince = null;
		this.failingSince = null;
	}

	void fails() {
		this.busySince = null;
		if (this.failingSince == null) {
			this.failingSince = System.nanoTime();
		}
	}

	Optional<Duration> busyFor() {
		return since(this.busySince);
	}

	Optional<Duration> failingFor() {
		return since(this.failingSince);
	}

	private static Optional<Duration> since(@Nullable Long moment) {
		return Optional.ofNullable(moment).map(began -> Duration.ofNanos(System.nanoTime() - began));
	}

}
