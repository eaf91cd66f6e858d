package dev.cleave.auth.domain;

import java.util.Locale;

/// An e-mail address as it names an account: capitals make no difference. It is measured in small letters, of which there
/// may be more, and has no control characters, which no database keeps.
public record EmailAddress(String value) {

	public static final int LONGEST = 254;

	public EmailAddress {
		if (!isOne(value)) {
			throw new IllegalArgumentException("This is no e-mail address");
		}
		value = kept(value);
	}

	/// Whether an account could have it.
	public static boolean isOne(String value) {
		var kept = kept(value);
		return kept.length() <= LONGEST && kept.indexOf('@') > 0 && !kept.endsWith("@")
				&& kept.chars().noneMatch(Character::isISOControl);
	}

	private static String kept(String value) {
		return value.strip().toLowerCase(Locale.ROOT);
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
