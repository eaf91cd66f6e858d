package dev.cleave.auth.domain;

import java.net.URI;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How people get and keep their accounts.
///
/// @param hashingPatience how long a password waits for its turn to be hashed before its sender is told to come back, up
/// to 10 seconds
/// @param linkLifetime how long a one-time link is good, up to 15 minutes
/// @param verification whether an address has to be shown to be one's own before its account can be used; by default
/// that is so where there is a mail server
/// @param mailFrom the sender of letters
/// @param pages where the pages of the shop are that one-time links lead to, `…/verify` and `…/reset`; without it a
/// letter has the token alone
/// @param showLetters writes one-time tokens to the log, ready to be used: for laptops, never in production
@ConfigurationProperties("cleave.auth")
public record AccountSettings(@DefaultValue("2s") Duration hashingPatience, @DefaultValue("15m") Duration linkLifetime,
		@Nullable Verification verification, @DefaultValue("no-reply@cleave.local") String mailFrom,
		@Nullable URI pages, @DefaultValue("false") boolean showLetters) {

	private static final Duration LONGEST_PATIENCE = Duration.ofSeconds(10);

	private static final Duration LONGEST_LIFETIME = Duration.ofMinutes(15);

	public AccountSettings {
		if (hashingPatience.isNegative() || hashingPatience.compareTo(LONGEST_PATIENCE) > 0) {
			throw new IllegalArgumentException("cleave.auth.hashing-patience is at most 10 seconds");
		}
		if (!linkLifetime.isPositive() || linkLifetime.compareTo(LONGEST_LIFETIME) > 0) {
			throw new IllegalArgumentException("cleave.auth.link-lifetime is at most 15 minutes");
		}
	}

	/// What is asked of an address.
	public enum Verification {

		/// Nobody signs in before he has shown that he reads what is sent there.
		REQUIRED,

		/// Whoever likes may show it, and signs in anyhow.
		OFFERED

	}

}
