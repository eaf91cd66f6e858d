package dev.cleave.platform.web;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// Who waits for a turn: the most urgent are served first, and of those whoever came last. Under overload the first have
/// waited so long that they are gone soon, and all would be late if they were served (adaptive LIFO, Maurer, "Fail at
/// Scale", 2015). Guarded by whoever owns it.
final class WaitingLine {

	private static final Comparator<Waiter> MOST_URGENT_FIRST = Comparator
		.comparing(waiter -> waiter.errand().urgency());

	/// The youngest first.
	private final Deque<Waiter> waiters = new ArrayDeque<>();

	int size() {
		return this.waiters.size();
	}

	/// Joins if there is a place, or if somebody waits who is not more urgent: of the
	/// least urgent whoever came first has to go.
	boolean join(Waiter waiter, int places) {
		if (this.waiters.size() >= places) {
			var least = this.waiters.reversed().stream().max(MOST_URGENT_FIRST);
			if (least.isEmpty() || MOST_URGENT_FIRST.compare(least.get(), waiter) < 0) {
				return false;
			}
			this.waiters.remove(least.get());
			least.get().tell(false);
		}
		this.waiters.addFirst(waiter);
		return true;
	}

	/// Takes out who is next of those who may come in.
	Optional<Waiter> next(Predicate<Errand> mayComeIn) {
		var next = this.waiters.stream().filter(waiter -> mayComeIn.test(waiter.errand())).min(MOST_URGENT_FIRST);
		next.ifPresent(this.waiters::remove);
		return next;
	}

	void leave(Waiter waiter) {
		this.waiters.remove(waiter);
	}

	static final class Waiter {

		private final Errand errand;

		private final CountDownLatch told = new CountDownLatch(1);

		private volatile boolean admitted;

		Waiter(Errand errand) {
			this.errand = errand;
		}

		Errand errand() {
			return this.errand;
		}

		boolean isAdmitted() {
			return this.admitted;
		}

		void tell(boolean admitted) {
			this.admitted = admitted;
			this.told.countDown();
		}

		void await(Duration patience) {
			try {
				this.told.await(patience.toNanos(), TimeUnit.NANOSECONDS);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

	}

}
