package dev.cleave.platform.messaging;

import java.time.Instant;

/// Tells how up to date what a subscription feeds is.
public interface Freshness {

	/// Everything that was in the logs by this time has been taken, as far as this
	/// process knows.
	Instant asOf(String subscription);

}
