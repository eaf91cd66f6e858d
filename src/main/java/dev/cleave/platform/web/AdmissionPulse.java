package dev.cleave.platform.web;

import java.time.Duration;

import org.springframework.stereotype.Component;

/// Ends the windows by which the node finds its limit. It is a thread like those of requests, and is as late as they are
/// when processors are short.
@Component
class AdmissionPulse implements AutoCloseable {

	private static final Duration WINDOW = Duration.ofMillis(100);

	private final Thread thread;

	AdmissionPulse(Admission admission) {
		this.thread = Thread.ofVirtual().name("admission-pulse").start(() -> beat(admission));
	}

	private static void beat(Admission admission) {
		try {
			while (true) {
				var due = System.nanoTime() + WINDOW.toNanos();
				Thread.sleep(WINDOW);
				admission.adapt(Duration.ofNanos(System.nanoTime() - due));
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close() {
		this.thread.interrupt();
	}

}
