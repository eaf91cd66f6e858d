package dev.cleave.auth.domain;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.cleave.auth.domain.ClientRegistration.Registered;
import dev.cleave.auth.domain.ClientRegistration.ScopesLacked;
import dev.cleave.platform.audit.AuditTrail;
import dev.cleave.platform.audit.Deed;
import dev.cleave.platform.Ids;
import dev.cleave.platform.security.Caller;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Lets machines in. Nobody can give a machine what they may not do themselves.
@Service
public class RegisteringClients {

	private final MachineClients clients;

	private final AuditTrail audit;

	private final Clock clock;

	private final SecureRandom random = new SecureRandom();

	RegisteringClients(MachineClients clients, AuditTrail audit, Clock clock) {
		this.clients = clients;
		this.audit = audit;
		this.clock = clock;
	}

	/// The secret is known here and now only.
	///
	/// @param expiresAt from then on it gets no token; null means never
	/// @param maker whoever lets it in
	@Transactional("auth")
	public ClientRegistration register(String name, Set<Scope> scopes, @Nullable Instant expiresAt, Caller maker) {
		var lacked = lacked(maker, scopes.stream().map(Scope::toString).collect(Collectors.toSet()));
		if (!lacked.isEmpty()) {
			return new ScopesLacked(lacked);
		}
		var secret = ClientSecret.random(this.random);
		var id = Ids.next().toString();
		this.clients.save(new MachineClient(id, name, scopes, secret.hash(), expiresAt, this.clock.instant()));
		this.audit.record(Deed.done("client.created", "client:" + id).with("scopes", new TreeSet<>(scopes)));
		return new Registered(id, secret);
	}

	static Set<String> lacked(Caller caller, Set<String> scopes) {
		return scopes.stream().filter(scope -> !caller.may(scope)).collect(Collectors.toUnmodifiableSet());
	}

}
