package dev.cleave.platform.persistence;

import java.util.function.Supplier;

/// Which of a module's pools a piece of work draws on, so that one kind of work cannot starve another: answers to
/// callers, the workers of the event engine, or bulk work (imports, reports). The default is [#REQUESTS].
public enum Lane {

	REQUESTS, WORKERS, BULK;

	private static final ScopedValue<Lane> CURRENT = ScopedValue.newInstance();

	static Lane current() {
		return CURRENT.orElse(REQUESTS);
	}

	/// Everything that runs inside draws on this lane's pool. A transaction keeps the
	/// lane in which it began.
	public void run(Runnable work) {
		ScopedValue.where(CURRENT, this).run(work);
	}

	public <T> T call(Supplier<T> work) {
		return ScopedValue.where(CURRENT, this).call(work::get);
	}

}
