package dev.cleave.auth.domain;

import java.util.Set;

/// What became of the wish to have another password.
public sealed interface PasswordChange {

	/// Whose it is now.
	record Changed(Person person) implements PasswordChange {

	}

	/// The new one is no good.
	record TooWeak(Set<Weakness> weaknesses) implements PasswordChange {

	}

	/// The current one is another.
	record WrongPassword() implements PasswordChange {

	}

	/// The token is wrong, used or expired.
	record NoSuchLink() implements PasswordChange {

	}

}
