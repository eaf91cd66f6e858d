package dev.cleave.auth.domain;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long a signing key signs, and how long before that it is told.
///
/// @param signingKeyLifetime after which another one takes over, 1 hour to 1 year
/// @param signingKeyLead between telling all modules of a key and its first use, less than half the lifetime
@ConfigurationProperties("cleave.auth")
public record KeySettings(@DefaultValue("30d") Duration signingKeyLifetime,
		@DefaultValue("1h") Duration signingKeyLead) {

	private static final Duration SHORTEST = Duration.ofHours(1);

	private static final Duration LONGEST = Duration.ofDays(366);

	public KeySettings {
		if (signingKeyLifetime.compareTo(SHORTEST) < 0 || signingKeyLifetime.compareTo(LONGEST) > 0) {
			throw new IllegalArgumentException("cleave.auth.signing-key-lifetime is from 1 hour to 1 year");
		}
		if (signingKeyLead.isNegative() || signingKeyLead.compareTo(signingKeyLifetime.dividedBy(2)) > 0) {
			throw new IllegalArgumentException("cleave.auth.signing-key-lead is at most half of signing-key-lifetime");
		}
	}

}
