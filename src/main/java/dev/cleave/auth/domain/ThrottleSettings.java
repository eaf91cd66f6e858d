package dev.cleave.auth.domain;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How often one may fail.
///
/// @param enabled false lifts all of it; for tests
/// @param window over which the failures below are spread; at most 15 minutes, as nobody is kept out longer
/// @param accountFailures by those who are strangers to an account, and by each whom it knows
/// @param addressFailures of strangers from one network address (IPv6: from one /64)
/// @param totalFailures of all strangers together
/// @param addressRequests registrations, and letters asked for, from one network address
@ConfigurationProperties("cleave.auth.throttle")
public record ThrottleSettings(@DefaultValue("true") boolean enabled, @DefaultValue("15m") Duration window,
		@DefaultValue("5") int accountFailures, @DefaultValue("100") int addressFailures,
		@DefaultValue("3000") int totalFailures, @DefaultValue("10000") int addressRequests) {

	private static final Duration LONGEST = Duration.ofMinutes(15);

	public ThrottleSettings {
		if (!window.isPositive() || window.compareTo(LONGEST) > 0) {
			throw new IllegalArgumentException("cleave.auth.throttle.window is at most 15 minutes");
		}
		if (Math.min(Math.min(accountFailures, addressFailures), Math.min(totalFailures, addressRequests)) < 1) {
			throw new IllegalArgumentException("What cleave.auth.throttle allows is at least 1");
		}
	}

}
