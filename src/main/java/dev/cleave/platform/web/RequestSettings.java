package dev.cleave.platform.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How requests share a node.
///
/// @param atOnce how many each module of a process works on at the same time, 1 to 10,000; those that merely wait for an
/// order to be settled don't count
@ConfigurationProperties("cleave.web.requests")
record RequestSettings(@DefaultValue("200") int atOnce) {

	private static final int MOST = 10_000;

	RequestSettings {
		if (atOnce < 1 || atOnce > MOST) {
			throw new IllegalArgumentException(
					"cleave.web.requests.at-once (%d) must be from 1 to %d".formatted(atOnce, MOST));
		}
	}

}
