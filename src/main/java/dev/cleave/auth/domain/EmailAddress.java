package dev.cleave.auth.domain;

import java.util.Locale;

/// An e-mail address as it names an account: capitals make no difference.
public record EmailAddress(String value) {

	public static final int LONGEST = 254;

	public EmailAddress {
		value = value.strip().toLowerCase(Locale.ROOT);
		if (value.length() > LONGEST || value.indexOf('@') < 1 || value.endsWith("@")) {
			throw new IllegalArgumentException("This is no e-mail address");
		}
	}

	/// What stands before the at sign.
	String localPart() {
		return this.value.substring(0, this.value.lastIndexOf('@'));
	}

	/// Keeps the address out of logs.
	@Override
	public String toString() {
		return "EmailAddress[hidden]";
	}

}
