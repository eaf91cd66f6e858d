package dev.cleave.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/// How long a client keeps asking a shop that is too busy, or away, before it gives up.
///
/// @param timeout how long it waits for one answer
record Patience(Duration limit, Duration timeout, boolean alsoWhenAway) {

	static final Patience DEFAULT = new Patience(Duration.ofSeconds(60), Duration.ofSeconds(30), false);

	/// Insists for long on an answer from nodes that may die or stand still.
	static Patience withFrailNodes() {
		return new Patience(Duration.ofSeconds(150), Duration.ofSeconds(3), true);
	}

	/// Repeats a call as `Retry-After` says; a call that broke only if told so, as the
	/// shop may have served it.
	Answer insist(Call call) {
		var deadline = System.nanoTime() + this.limit.toNanos();
		while (true) {
			var last = System.nanoTime() > deadline;
			try {
				var answer = call.once();
				if (last || !answer.isToComeBackLater()) {
					return answer;
				}
				pause(Duration.ofSeconds(Long.parseLong(answer.header("Retry-After"))));
			}
			catch (IOException ex) {
				if (last || !this.alsoWhenAway) {
					throw new UncheckedIOException("No answer to " + call, ex);
				}
				pause(Duration.ofMillis(100));
			}
		}
	}

	// A crowd that was sent away together must not come back together.
	private static void pause(Duration duration) {
		try {
			Thread.sleep(duration.plusMillis(ThreadLocalRandom.current().nextLong(1 + duration.toMillis() / 2)));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while waiting for the shop", ex);
		}
	}

}
