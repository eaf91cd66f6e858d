package dev.cleave.auth.domain;

import java.util.Set;

/// What came of the wish to let a machine in.
public sealed interface ClientRegistration {

	/// A new client and the secret it has to keep.
	record Registered(String clientId, ClientSecret secret) implements ClientRegistration {
	}

	/// Whoever wants to give these scopes does not have them.
	record ScopesLacked(Set<String> scopes) implements ClientRegistration {
	}

}
