package dev.cleave.platform;

import java.time.Duration;

/// Keeps rounds of work apart that would otherwise follow each message at once. A round costs about the same for one
/// message as for a hundred, so whoever begins it a little later gets more done; nobody waits who has not worked just
/// now.
public final class Pace {

	private final long apart;

	private long next = System.nanoTime();

	public Pace(Duration apart) {
		this.apart = apart.toNanos();
	}

	/// Returns when the next round may begin.
	public void await() throws InterruptedException {
		var early = this.next - System.nanoTime();
		if (early > 0) {
			Thread.sleep(Duration.ofNanos(early));
		}
		begin();
	}

	/// Begins the next round whenever the last one was.
	public void begin() {
		this.next = System.nanoTime() + this.apart;
	}

}
