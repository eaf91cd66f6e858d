package dev.cleave.platform.messaging.delivery;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.springframework.stereotype.Component;

/// The threads of the event engine.
@Component
class Threads {

	private static final Duration FAREWELL = Duration.ofSeconds(10);

	private final List<Thread> threads = new CopyOnWriteArrayList<>();

	Thread start(String name, Runnable work) {
		this.threads.removeIf(thread -> !thread.isAlive());
		var thread = Thread.ofPlatform().daemon().name(name).start(work);
		this.threads.add(thread);
		return thread;
	}

	/// Waits until those that were told to stop have done so; whoever takes too long is
	/// interrupted.
	void awaitEnd() {
		this.threads.forEach(Threads::awaitEnd);
		this.threads.clear();
	}

	static void awaitEnd(Thread thread) {
		try {
			if (!thread.join(FAREWELL)) {
				thread.interrupt();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
