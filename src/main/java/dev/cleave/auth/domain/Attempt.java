package dev.cleave.auth.domain;

import java.time.Duration;
import java.util.List;

/// Whether somebody may try something now.
public sealed interface Attempt {

	/// It may be tried. Say what became of it; closed without a word, it counts as not
	/// tried.
	final class Admitted implements Attempt, AutoCloseable {

		private final Buckets store;

		private final List<Bucket> buckets;

		private final Runnable success;

		private boolean settled;

		Admitted(Buckets store, List<Bucket> buckets, Runnable success) {
			this.store = store;
			this.buckets = buckets;
			this.success = success;
		}

		/// It counts against whoever tries and whom it concerns.
		public void failed() {
			settle(Buckets.Outcome.FAILED);
		}

		/// It does not count, and who has tried it is known from now on.
		public void succeeded() {
			settle(Buckets.Outcome.SUCCEEDED);
			this.success.run();
		}

		@Override
		public void close() {
			settle(Buckets.Outcome.NOT_TRIED);
		}

		private void settle(Buckets.Outcome outcome) {
			if (!this.settled) {
				this.settled = true;
				this.store.settle(this.buckets, outcome);
			}
		}

	}

	/// It may not be tried.
	///
	/// @param pause until it may; at least a second
	/// @param busy whether nothing has failed and there are only too many at the same
	/// moment
	record Refused(Duration pause, boolean busy) implements Attempt {

	}

}
