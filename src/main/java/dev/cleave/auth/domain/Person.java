package dev.cleave.auth.domain;

import dev.cleave.auth.AccountId;

/// An account, as others may see it.
///
/// @param verified whether its holder has shown that the address is his
/// @param passwordEpoch how often the password was changed: two with another one have signed in with another password
public record Person(AccountId id, String email, String name, Role role, boolean verified, long passwordEpoch) {

	/// Keeps people out of logs.
	@Override
	public String toString() {
		return "Person[%s]".formatted(this.id);
	}

}
