package dev.cleave.auth.domain;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/// What came of the wish for another secret of a machine client.
public sealed interface SecretRotation {

	/// @param formerUntil how long the secret before is good, too; null if it has ended
	record Rotated(ClientSecret secret, @Nullable Instant formerUntil) implements SecretRotation {
	}

	record Unknown() implements SecretRotation {
	}

	/// Whoever would learn the secret does not have these scopes.
	record ScopesLacked(Set<String> scopes) implements SecretRotation {
	}

}
