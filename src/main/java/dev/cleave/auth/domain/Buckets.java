package dev.cleave.auth.domain;

import java.time.Duration;
import java.util.List;

/// Where [Bucket]s are kept. Somebody who is still at it holds a place in each, so that many at once get no more tries than
/// one after the other; a place that nobody gives back within half a minute counts as failed.
interface Buckets {

	Duration LOST = Duration.ofSeconds(30);

	/// Takes a place in all of them or in none.
	Answer take(List<Bucket> buckets);

	/// Gives the places back.
	void settle(List<Bucket> buckets, Outcome outcome);

	enum Outcome {

		FAILED, SUCCEEDED, NOT_TRIED;

		/// What it adds to a bucket; less than nothing empties it.
		int cost(Bucket bucket) {
			return switch (this) {
				case FAILED -> 1;
				case SUCCEEDED -> bucket.forgiving() ? -1 : 0;
				case NOT_TRIED -> 0;
			};
		}

	}

	/// @param millis until there is a place; 0 if somebody may leave at any moment,
	/// negative if there is one
	record Answer(long millis) {

		static final Answer YES = new Answer(-1);

		boolean isYes() {
			return this.millis < 0;
		}

		boolean isBusy() {
			return this.millis == 0;
		}

	}

}
