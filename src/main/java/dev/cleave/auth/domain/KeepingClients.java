package dev.cleave.auth.domain;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.function.LongConsumer;

import dev.cleave.auth.domain.SecretRotation.Rotated;
import dev.cleave.auth.domain.SecretRotation.ScopesLacked;
import dev.cleave.auth.domain.SecretRotation.Unknown;
import dev.cleave.platform.audit.AuditTrail;
import dev.cleave.platform.audit.Deed;
import dev.cleave.platform.security.Caller;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Gives machines other secrets, and turns them away.
@Service
public class KeepingClients {

	private final MachineClients clients;

	private final AuditTrail audit;

	private final Clock clock;

	private final SecureRandom random = new SecureRandom();

	KeepingClients(MachineClients clients, AuditTrail audit, Clock clock) {
		this.clients = clients;
		this.audit = audit;
		this.clock = clock;
	}

	/// The secret is known here and now only.
	///
	/// @param overlap how long the present one stays good; zero means no longer
	/// @param check is told the client's version and throws if that was not to be
	@Transactional("auth")
	public SecretRotation replaceSecret(String clientId, Duration overlap, Caller caller, LongConsumer check) {
		var found = this.clients.findById(clientId);
		if (found.isEmpty()) {
			return new Unknown();
		}
		var client = found.get();
		check.accept(client.version());
		var lacked = RegisteringClients.lacked(caller, client.scopes());
		if (!lacked.isEmpty()) {
			return new ScopesLacked(lacked);
		}
		var secret = ClientSecret.random(this.random);
		var formerUntil = overlap.isZero() ? null : this.clock.instant().plus(overlap);
		client.replaceSecret(secret.hash(), formerUntil);
		this.clients.save(client);
		this.audit.record(Deed.done("client.secret-replaced", "client:" + clientId).with("overlap", overlap));
		return new Rotated(secret, formerUntil);
	}

	/// It gets no further token. One that it has got stays good until it expires, within
	/// ten minutes.
	///
	/// @param check is told the client's version and throws if that was not to be
	/// @return whether there was such a client
	@Transactional("auth")
	public boolean revoke(String clientId, LongConsumer check) {
		var found = this.clients.findById(clientId);
		found.ifPresent(client -> {
			check.accept(client.version());
			this.clients.delete(client);
			this.audit.record(Deed.done("client.revoked", "client:" + clientId));
		});
		return found.isPresent();
	}

}
