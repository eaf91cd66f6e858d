package dev.cleave.auth.domain;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

import dev.cleave.platform.Ids;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Lets machines in and knows them again.
@Service
public class RegisteringClients {

	private final MachineClients clients;

	private final Clock clock;

	private final SecureRandom random = new SecureRandom();

	RegisteringClients(MachineClients clients, Clock clock) {
		this.clients = clients;
		this.clock = clock;
	}

	/// The secret is known here and now only.
	@Transactional("auth")
	public Registered register(String name, Set<Scope> scopes) {
		var secret = ClientSecret.random(this.random);
		var client = new MachineClient(Ids.next().toString(), name, scopes, secret.hash(), this.clock.instant());
		return new Registered(this.clients.save(client).machine(), secret);
	}

	@Transactional(value = "auth", readOnly = true)
	public Optional<Machine> find(String clientId) {
		return this.clients.findById(clientId).map(MachineClient::machine);
	}

	/// A new client and the secret it has to keep.
	public record Registered(Machine client, ClientSecret secret) {
	}

}
