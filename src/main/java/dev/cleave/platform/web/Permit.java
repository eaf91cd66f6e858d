package dev.cleave.platform.web;

import java.util.function.LongSupplier;

/// A request's place among those that a node works on. Whoever only waits holds none, and what is waited for is no sign of
/// how quick the node is. It belongs to the one thread of its request.
public final class Permit {

	static final ScopedValue<Permit> CURRENT = ScopedValue.newInstance();

	private final Admission admission;

	private final Errand errand;

	private final LongSupplier nanos;

	private long since;

	private boolean held = true;

	Permit(Admission admission, Errand errand, LongSupplier nanos) {
		this.admission = admission;
		this.errand = errand;
		this.nanos = nanos;
		this.since = nanos.getAsLong();
	}

	/// Gives up the place of the request that is being answered, for good. It is for
	/// those who have done their work and only wait for others, and for what has bounds
	/// of its own.
	public static void leave() {
		if (CURRENT.isBound()) {
			CURRENT.get().end(true);
		}
	}

	/// Waits outside, and comes back whoever else is at work by then: what has begun is
	/// not given up.
	public static void pausing(Runnable pause) {
		outside(() -> {
			pause.run();
			return true;
		});
	}

	/// The same for what is brought back from there.
	static <T, X extends Throwable> T outside(ScopedValue.CallableOp<T, X> wait) throws X {
		if (!CURRENT.isBound() || !CURRENT.get().held) {
			return wait.call();
		}
		var permit = CURRENT.get();
		var left = permit.nanos.getAsLong();
		permit.admission.giveBack(permit.errand);
		try {
			return wait.call();
		}
		finally {
			permit.admission.take(permit.errand);
			permit.since += permit.nanos.getAsLong() - left;
		}
	}

	/// @param tells whether its time is a sign of how quick the node is
	void end(boolean tells) {
		if (this.held) {
			this.held = false;
			if (tells) {
				this.admission.learn(this.errand, this.nanos.getAsLong() - this.since);
			}
			this.admission.giveBack(this.errand);
		}
	}

}
