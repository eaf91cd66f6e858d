package dev.cleave.platform.local;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Waits for what tells nobody when it happens, such as another process that ends.
final class Patience {

	private static final long STEP_MILLIS = 20;

	private Patience() {
	}

	/// Asks again and again.
	///
	/// @return whether it came true within the limit
	static boolean until(BooleanSupplier condition, Duration limit) {
		var deadline = System.nanoTime() + limit.toNanos();
		while (!condition.getAsBoolean()) {
			if (System.nanoTime() - deadline > 0) {
				return false;
			}
			try {
				Thread.sleep(STEP_MILLIS);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return false;
			}
		}
		return true;
	}

}
