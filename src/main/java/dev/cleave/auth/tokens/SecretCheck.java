package dev.cleave.auth.tokens;

import java.util.List;

import dev.cleave.auth.domain.ClientSecret;
import org.jspecify.annotations.Nullable;

import org.springframework.security.crypto.password.PasswordEncoder;

/// Compares a client's secret with what is kept of it: the hash of one secret, or those of two, divided by a space, while
/// one replaces the other.
class SecretCheck implements PasswordEncoder {

	static String anyOf(List<String> hashes) {
		return String.join(" ", hashes);
	}

	@Override
	public @Nullable String encode(@Nullable CharSequence secret) {
		return (secret != null) ? new ClientSecret(secret.toString()).hash() : null;
	}

	@Override
	public boolean matches(@Nullable CharSequence secret, @Nullable String hash) {
		if (secret == null || hash == null) {
			return false;
		}
		var given = new ClientSecret(secret.toString());
		var fits = false;
		for (var kept : hash.split(" ")) {
			fits |= given.matches(kept);
		}
		return fits;
	}

}
