package dev.cleave.auth.web;

import java.util.Locale;

import dev.cleave.auth.domain.EmailAddress;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// What somebody shows to come in.
///
/// @param code of the second factor, from whoever has one
record Credentials(@NotNull @Size(max = EmailAddress.LONGEST) String email, @NotNull @Size(max = 256) String password,
		@Nullable @Size(max = 64) String code) {

	/// Keeps it out of logs.
	@Override
	public String toString() {
		return "Credentials[hidden]";
	}

	/// Under which failures are counted, however it is written.
	String subject() {
		return this.email.strip().toLowerCase(Locale.ROOT);
	}

	/// What can't be an address is nobody's, and is answered like any address that is
	/// nobody's.
	EmailAddress address() {
		try {
			return new EmailAddress(this.email);
		}
		catch (IllegalArgumentException ex) {
			return new EmailAddress("nobody@invalid");
		}
	}

}
