package dev.cleave.auth.domain;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/// A machine client, as administrators see it.
///
/// @param expiresAt from then on it gets no token
/// @param formerSecretUntil until then the secret before the present one is good as well
/// @param lastUsedAt when it last got a token, up to two minutes late
/// @param version to be named by whoever revokes it
public record ClientSheet(String clientId, String name, Set<String> scopes, Instant createdAt,
		@Nullable Instant expiresAt, @Nullable Instant formerSecretUntil, @Nullable Instant lastUsedAt, long version) {

	public ClientSheet {
		scopes = Set.copyOf(scopes);
	}

}
