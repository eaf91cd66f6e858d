package dev.cleave.auth.web;

import java.time.Instant;

import dev.cleave.auth.domain.ClientSecret;
import org.jspecify.annotations.Nullable;

/// A secret as it is told once.
///
/// @param formerSecretUntil how long the one before is good as well
record SecretView(String clientId, @Nullable String clientSecret, @Nullable Instant formerSecretUntil) {

	SecretView with(ClientSecret secret) {
		return new SecretView(this.clientId, secret.value(), this.formerSecretUntil);
	}

	/// Keeps the secret out of logs.
	@Override
	public String toString() {
		return "SecretView[%s]".formatted(this.clientId);
	}

}
