package dev.cleave.auth.domain;

import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/// A program that calls the shop in its own name.
@Entity
@Table(name = "machine_client", schema = "auth")
class MachineClient {

	@Id
	private String clientId;

	private String name;

	private String scopes;

	private String secretHash;

	private Instant createdAt;

	@Version
	private long version;

	MachineClient(String clientId, String name, Set<Scope> scopes, String secretHash, Instant now) {
		this.clientId = clientId;
		this.name = name;
		this.scopes = scopes.stream().map(Scope::toString).sorted().collect(Collectors.joining(" "));
		this.secretHash = secretHash;
		this.createdAt = now;
	}

	@SuppressWarnings("NullAway.Init")
	protected MachineClient() {
	}

	Machine machine() {
		var granted = new TreeSet<>(Arrays.asList(this.scopes.split(" ")));
		granted.remove("");
		return new Machine(this.clientId, this.name, granted, this.secretHash);
	}

}
