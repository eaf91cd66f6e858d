package dev.cleave.acceptance;

import java.time.Duration;

/// Asserts what need not be true at once but soon.
final class Eventually {

	private static final Duration SOON = Duration.ofSeconds(10);

	private Eventually() {
	}

	static void eventually(Runnable assertion) {
		within(SOON, assertion);
	}

	static void within(Duration limit, Runnable assertion) {
		var deadline = System.nanoTime() + limit.toNanos();
		while (true) {
			try {
				assertion.run();
				return;
			}
			catch (AssertionError ex) {
				if (System.nanoTime() > deadline) {
					throw ex;
				}
			}
			pause();
		}
	}

	private static void pause() {
		try {
			Thread.sleep(30);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
