package dev.cleave.auth.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import dev.cleave.auth.AccountId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/// A person who can sign in, or the id that is left of one who was erased.
@Entity
@Table(name = "account", schema = "auth")
class Account {

	@Id
	private UUID id;

	private @Nullable String email;

	private @Nullable String name;

	private @Nullable String passwordHash;

	@Enumerated(EnumType.STRING)
	private Role role;

	private Instant createdAt;

	private @Nullable Instant verifiedAt;

	private long passwordEpoch;

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

	/// Another password. Whoever has just signed in with the former one is to be noticed.
	void changePassword(String passwordHash) {
		this.passwordHash = passwordHash;
		this.passwordEpoch++;
	}

	/// Its holder has shown that he reads what is sent to the address.
	void verify(Instant now) {
		if (this.verifiedAt == null) {
			this.verifiedAt = now;
		}
	}

	void become(Role role) {
		this.role = role;
	}

	/// Forgets who it was. The address is free for whoever registers next.
	void erase() {
		this.email = null;
		this.name = null;
		this.passwordHash = null;
		this.role = Role.CUSTOMER;
		this.verifiedAt = null;
	}

	@Nullable String passwordHash() {
		return this.passwordHash;
	}

	boolean isVerified() {
		return this.verifiedAt != null;
	}

	boolean isAdministrator() {
		return this.role == Role.ADMIN;
	}

	long version() {
		return this.version;
	}

	/// Empty when it was erased.
	Optional<Person> person() {
		return (this.email != null && this.name != null) ? Optional
			.of(new Person(new AccountId(this.id), this.email, this.name, this.role, isVerified(), this.passwordEpoch))
				: Optional.empty();
	}

	/// Empty when it was erased.
	Optional<AccountSheet> sheet() {
		return person().map(person -> new AccountSheet(person, this.createdAt, this.version));
	}

}
