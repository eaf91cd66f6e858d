package dev.cleave.auth.domain;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Who is there first, and how long tokens last.
///
/// @param adminEmail of the first administrator; asked for in production while there is none
/// @param adminPassword of the first administrator, 12–128 characters
/// @param tokenLifetime of a machine client's token; with a minute for clocks that differ it outlives a revocation by at
/// most ten minutes
@ConfigurationProperties("cleave.auth")
public record AuthSettings(@Nullable String adminEmail, @Nullable String adminPassword,
		@DefaultValue("9m") Duration tokenLifetime) {

	static final String LOCAL_EMAIL = "admin@cleave.local";

	static final String LOCAL_PASSWORD = "cleave-local-admin";

	static final String LOCAL_CLIENT = "cleave-local";

	static final String LOCAL_SECRET = "cleave-local-secret";

	public AuthSettings {
		if (tokenLifetime.isNegative() || tokenLifetime.compareTo(Duration.ofMinutes(9)) > 0) {
			throw new IllegalArgumentException("cleave.auth.token-lifetime is at most 9 minutes");
		}
	}

	/// Keeps the password out of logs.
	@Override
	public String toString() {
		return "AuthSettings[%s, %s]".formatted(this.adminEmail, this.tokenLifetime);
	}

}
