package dev.cleave.reporting.projections;

/// What a batch of events makes of a sale. A sale counts from its order's confirmation until it is dropped; dropped, it
/// never counts again.
enum Outcome {

	COUNTED, DROPPED;

	/// What two events in a row come to.
	Outcome then(Outcome later) {
		return (this == DROPPED) ? DROPPED : later;
	}

}
