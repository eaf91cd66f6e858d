package dev.cleave.auth.domain;

import java.time.Instant;
import java.util.UUID;

import dev.cleave.auth.AccountId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/// A person who can sign in.
@Entity
@Table(name = "account", schema = "auth")
class Account {

	@Id
	private UUID id;

	private String email;

	private String name;

	private String passwordHash;

	@Enumerated(EnumType.STRING)
	private Role role;

	private Instant createdAt;

	@Version
	private long version;

	Account(EmailAddress email, String name, String passwordHash, Role role, Instant now) {
		this.id = AccountId.next().value();
		this.email = email.value();
		this.name = name;
		this.passwordHash = passwordHash;
		this.role = role;
		this.createdAt = now;
	}

	@SuppressWarnings("NullAway.Init")
	protected Account() {
	}

	/// The same password, kept in a way that is harder to guess.
	void rehash(String passwordHash) {
		this.passwordHash = passwordHash;
	}

	String passwordHash() {
		return this.passwordHash;
	}

	Person person() {
		return new Person(new AccountId(this.id), this.email, this.name, this.role);
	}

}
