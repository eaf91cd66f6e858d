package dev.cleave.faults;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/// Waits for what must happen in time.
final class Deadline {

	private Deadline() {
	}

	static void within(Duration limit, Callable<Boolean> condition, Supplier<String> otherwise) {
		var deadline = System.nanoTime() + limit.toNanos();
		while (!holds(condition)) {
			if (System.nanoTime() > deadline) {
				throw new AssertionError(otherwise.get() + " within " + limit);
			}
			Stand.goesOnFor(Duration.ofMillis(100));
		}
	}

	private static boolean holds(Callable<Boolean> condition) {
		try {
			return condition.call();
		}
		catch (Exception ex) {
			return false;
		}
	}

}
