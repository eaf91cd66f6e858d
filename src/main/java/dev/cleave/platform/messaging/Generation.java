package dev.cleave.platform.messaging;

/// Which making of what a module's rebuildable subscriptions feed is at work. Every row they write carries its number, so
/// that a new generation grows beside the one that serves.
///
/// Questions are answered from the generation in the view `serving` of the module's schema, read in the same statement.
public final class Generation {

	/// The one that a module begins with.
	public static final int FIRST = 1;

	private static final ScopedValue<Integer> CURRENT = ScopedValue.newInstance();

	private Generation() {
	}

	/// The generation for which a message is being handled.
	/// @throws IllegalStateException outside the handler of a rebuildable subscription
	public static int current() {
		return CURRENT.orElseThrow(
				() -> new IllegalStateException("Only handlers of rebuildable subscriptions work for a generation"));
	}

	/// Handles messages for a generation; the engine does.
	public static void run(int number, Runnable work) {
		ScopedValue.where(CURRENT, number).run(work);
	}

}
