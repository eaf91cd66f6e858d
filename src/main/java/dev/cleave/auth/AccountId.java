package dev.cleave.auth;

import java.util.UUID;

import dev.cleave.platform.Ids;

/// Names an account for ever.
public record AccountId(UUID value) {

	public static AccountId next() {
		return new AccountId(Ids.next());
	}

	/// @throws IllegalArgumentException if the text is none
	public static AccountId of(String text) {
		return new AccountId(UUID.fromString(text));
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
