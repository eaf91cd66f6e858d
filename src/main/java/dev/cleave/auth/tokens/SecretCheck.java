package dev.cleave.auth.tokens;

import dev.cleave.auth.domain.ClientSecret;
import org.jspecify.annotations.Nullable;

import org.springframework.security.crypto.password.PasswordEncoder;

/// Compares a client's secret with what is kept of it.
class SecretCheck implements PasswordEncoder {

	@Override
	public @Nullable String encode(@Nullable CharSequence secret) {
		return (secret != null) ? new ClientSecret(secret.toString()).hash() : null;
	}

	@Override
	public boolean matches(@Nullable CharSequence secret, @Nullable String hash) {
		return secret != null && hash != null && new ClientSecret(secret.toString()).matches(hash);
	}

}
