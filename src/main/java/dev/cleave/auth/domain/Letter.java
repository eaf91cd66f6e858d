package dev.cleave.auth.domain;

import org.jspecify.annotations.Nullable;

/// Something to be told to whoever reads what is sent to an address. It has no word of whoever caused it, so nobody can
/// have his own words sent to others.
///
/// @param token opens what the letter is about, once
public record Letter(EmailAddress to, Occasion occasion, @Nullable OneTimeToken token) {

	/// Keeps the address out of logs.
	@Override
	public String toString() {
		return "Letter[%s]".formatted(this.occasion);
	}

	/// Why somebody is written to.
	public enum Occasion {

		/// He is to show that the address is his.
		VERIFICATION,

		/// Somebody wants another account with the address.
		KNOWN_ADDRESS,

		/// Somebody has forgotten the password.
		RESET,

		/// There is a new password.
		PASSWORD_CHANGED

	}

}
