package dev.cleave.platform.messaging.log;

/// How subscriptions reach the logs of the modules they listen to: the seam between transports.
public interface Transport {

	/// Begins to read for a subscription.
	/// @param bell rung whenever there may be more to read
	LogReader open(Interest interest, Bell bell);

}
