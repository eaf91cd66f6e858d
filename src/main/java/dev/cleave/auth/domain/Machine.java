package dev.cleave.auth.domain;

import java.util.List;
import java.util.Set;

/// A machine client, as the token endpoint needs to know it.
///
/// @param secretHashes of the secrets that are good now: one, or two while one replaces the other
public record Machine(String clientId, String name, Set<String> scopes, List<String> secretHashes) {

	public Machine {
		scopes = Set.copyOf(scopes);
		secretHashes = List.copyOf(secretHashes);
	}

	/// Keeps the hashes out of logs.
	@Override
	public String toString() {
		return "Machine[%s, %s, %s]".formatted(this.clientId, this.name, this.scopes);
	}

}
