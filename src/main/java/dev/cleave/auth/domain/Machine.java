package dev.cleave.auth.domain;

import java.util.Set;

/// A machine client, as the token endpoint needs to know it.
public record Machine(String clientId, String name, Set<String> scopes, String secretHash) {

	public Machine {
		scopes = Set.copyOf(scopes);
	}

	/// Keeps the hash out of logs.
	@Override
	public String toString() {
		return "Machine[%s, %s, %s]".formatted(this.clientId, this.name, this.scopes);
	}

}
