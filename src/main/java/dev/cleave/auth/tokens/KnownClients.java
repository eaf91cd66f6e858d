package dev.cleave.auth.tokens;

import java.util.TreeSet;

import dev.cleave.auth.domain.AuthSettings;
import dev.cleave.auth.domain.Machine;
import dev.cleave.auth.domain.BrowsingClients;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/// Shows machine clients to Spring's authorization server.
@Component
class KnownClients implements RegisteredClientRepository {

	private final BrowsingClients clients;

	private final TokenSettings tokens;

	KnownClients(BrowsingClients clients, AuthSettings settings) {
		this.clients = clients;
		this.tokens = TokenSettings.builder().accessTokenTimeToLive(settings.tokenLifetime()).build();
	}

	@Override
	public void save(RegisteredClient client) {
		throw new UnsupportedOperationException("Clients are registered by an administrator");
	}

	@Override
	public @Nullable RegisteredClient findById(String id) {
		return findByClientId(id);
	}

	@Override
	public @Nullable RegisteredClient findByClientId(String clientId) {
		return this.clients.machine(clientId).map(this::registered).orElse(null);
	}

	private RegisteredClient registered(Machine machine) {
		return RegisteredClient.withId(machine.clientId())
			.clientId(machine.clientId())
			.clientName(machine.name())
			.clientSecret(SecretCheck.anyOf(machine.secretHashes()))
			.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
			.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
			.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
			// In an order that is the same on all nodes.
			.scopes(scopes -> scopes.addAll(new TreeSet<>(machine.scopes())))
			.tokenSettings(this.tokens)
			.build();
	}

}
