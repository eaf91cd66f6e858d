package dev.cleave.topology;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/// Waits for what tells nobody when it happens.
final class Patience {

	private static final long STEP_MILLIS = 50;

	private Patience() {
	}

	/// Asks again and again. A question that fails is answered with no.
	///
	/// @param otherwise what to say when it did not come true within the limit
	static void until(Duration limit, Callable<Boolean> condition, Supplier<String> otherwise) {
		var deadline = System.nanoTime() + limit.toNanos();
		while (!isTrue(condition)) {
			if (System.nanoTime() - deadline > 0) {
				throw new IllegalStateException(otherwise.get());
			}
			try {
				Thread.sleep(STEP_MILLIS);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new IllegalStateException(ex);
			}
		}
	}

	private static boolean isTrue(Callable<Boolean> condition) {
		try {
			return condition.call();
		}
		catch (IllegalStateException ex) {
			throw ex;
		}
		catch (Exception ex) {
			return false;
		}
	}

}
