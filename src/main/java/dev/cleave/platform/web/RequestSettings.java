package dev.cleave.platform.web;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How many requests a node works on at the same time; it finds out itself, within bounds. Those that merely wait for an
/// order to be settled, for their body, or in an import, don't count.
///
/// @param floor never fewer, 1 to 10,000: orders that come together share a transaction, and few would share little
/// @param ceiling never more, at least the floor and at most 10,000
/// @param target how long a request may take, more than nothing: if many take longer, fewer are let in
/// @param longestWait how long a request waits for its turn before it is refused, at most a second
@ConfigurationProperties("cleave.web.requests")
record RequestSettings(@DefaultValue("192") int floor, @DefaultValue("512") int ceiling,
		@DefaultValue("250ms") Duration target, @DefaultValue("30ms") Duration longestWait) {

	private static final int MOST = 10_000;

	private static final Duration LONGEST = Duration.ofSeconds(1);

	RequestSettings {
		if (floor < 1 || ceiling < floor || ceiling > MOST) {
			throw new IllegalArgumentException(
					"cleave.web.requests.floor (%d) must be at least 1, and cleave.web.requests.ceiling (%d) from that to %d"
						.formatted(floor, ceiling, MOST));
		}
		if (!target.isPositive()) {
			throw new IllegalArgumentException("cleave.web.requests.target must be more than nothing");
		}
		if (longestWait.isNegative() || longestWait.compareTo(LONGEST) > 0) {
			throw new IllegalArgumentException(
					"cleave.web.requests.longest-wait (%s) must be between 0s and 1s".formatted(longestWait));
		}
	}

}
