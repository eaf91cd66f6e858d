package dev.cleave.platform.security;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How callers prove who they are.
///
/// @param secureCookies cookies are sent over TLS only; false is for runs on one's own machine
/// @param issuer who signs tokens, as a URL; the same in all processes of a shop
/// @param proofLifetime how long after proving to be who they are people may do what is hard to undo, more than nothing
/// and at most 12 hours
@ConfigurationProperties("cleave.security")
public record SecuritySettings(@DefaultValue("false") boolean secureCookies,
		@DefaultValue("https://cleave.local") String issuer, @DefaultValue("15m") Duration proofLifetime) {

	private static final Duration LONGEST_PROOF = Duration.ofHours(12);

	public SecuritySettings {
		if (!proofLifetime.isPositive() || proofLifetime.compareTo(LONGEST_PROOF) > 0) {
			throw new IllegalArgumentException(
					"cleave.security.proof-lifetime is more than nothing and at most 12 hours");
		}
	}

	String sessionCookie() {
		return this.secureCookies ? "__Host-SESSION" : "SESSION";
	}

}
