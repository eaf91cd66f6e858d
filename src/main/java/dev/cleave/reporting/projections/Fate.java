package dev.cleave.reporting.projections;

import org.jspecify.annotations.Nullable;

/// What a batch of events makes of one sale.
///
/// @param outcome whether it counts from now on; null when it counts as before
/// @param returnedUnits units that came back
/// @param returned their price, in minor units
/// @param refunded money that was given back, in minor units
record Fate(@Nullable Outcome outcome, long returnedUnits, long returned, long refunded) {

	static Fate of(Outcome outcome) {
		return new Fate(outcome, 0, 0, 0);
	}

	static Fate returned(long units, long amount) {
		return new Fate(null, units, amount, 0);
	}

	static Fate refunded(long amount) {
		return new Fate(null, 0, 0, amount);
	}

	/// What two in a row come to.
	Fate then(Fate later) {
		return new Fate(then(this.outcome, later.outcome), this.returnedUnits + later.returnedUnits,
				this.returned + later.returned, this.refunded + later.refunded);
	}

	private static @Nullable Outcome then(@Nullable Outcome first, @Nullable Outcome later) {
		if (first == null || later == null) {
			return (first != null) ? first : later;
		}
		return first.then(later);
	}

}
