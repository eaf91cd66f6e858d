package dev.cleave.auth.domain;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/// A program that calls the shop in its own name, for ever or until a day that was set when it was let in.
@Entity
@Table(name = "machine_client", schema = "auth")
class MachineClient {

	@Id
	private String clientId;

	private String name;

	private String scopes;

	private String secretHash;

	private @Nullable String formerSecretHash;

	private @Nullable Instant formerSecretUntil;

	private Instant createdAt;

	private @Nullable Instant expiresAt;

	@Version
	private long version;

	MachineClient(String clientId, String name, Set<Scope> scopes, String secretHash, @Nullable Instant expiresAt,
			Instant now) {
		this.clientId = clientId;
		this.name = name;
		this.scopes = scopes.stream().map(Scope::toString).sorted().collect(Collectors.joining(" "));
		this.secretHash = secretHash;
		this.expiresAt = expiresAt;
		this.createdAt = now;
	}

	@SuppressWarnings("NullAway.Init")
	protected MachineClient() {
	}

	/// From now on another secret is good.
	///
	/// @param formerUntil how long the one before is, too; null if it ends at once. The
	/// one before that ends in any case
	void replaceSecret(String hash, @Nullable Instant formerUntil) {
		this.formerSecretHash = (formerUntil != null) ? this.secretHash : null;
		this.formerSecretUntil = formerUntil;
		this.secretHash = hash;
	}

	Set<String> scopes() {
		return Scope.split(this.scopes);
	}

	long version() {
		return this.version;
	}

}
