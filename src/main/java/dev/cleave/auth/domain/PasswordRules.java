package dev.cleave.auth.domain;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

import org.springframework.stereotype.Component;

/// What a new password must be like: long enough, and none of those that are tried first. Any character will do, none is
/// demanded, and a password is taken as it was typed, without Unicode normalisation.
@Component
class PasswordRules {

	private static final int SHORTEST = 12;

	private static final int LONGEST = 128;

	private static final int MOST_BYTES = 512;

	private static final int LEAST_GUESSWORK = 6;

	private static final String SHOP = "cleave";

	private static final int LEAST_BESIDES_SHOP = 8;

	/// Shorter names occur in many a word.
	private static final int SHORTEST_NAME = 4;

	private final CommonPasswords common;

	PasswordRules(CommonPasswords common) {
		this.common = common;
	}

	/// @param email of the person whose password it will be
	/// @param name of that person
	Set<Weakness> weaknesses(String password, EmailAddress email, String name) {
		var found = EnumSet.noneOf(Weakness.class);
		if (isTooLong(password) || password.codePointCount(0, password.length()) < SHORTEST) {
			found.add(Weakness.LENGTH);
			return found;
		}
		var plain = password.toLowerCase(Locale.ROOT);
		if (this.common.contains(plain)) {
			found.add(Weakness.COMMON);
		}
		if (Guesswork.of(plain) < LEAST_GUESSWORK) {
			found.add(Weakness.PREDICTABLE);
		}
		if (names(plain, email.localPart()) || names(plain, name.toLowerCase(Locale.ROOT))
				|| plain.replace(SHOP, "").length() < LEAST_BESIDES_SHOP) {
			found.add(Weakness.PERSONAL);
		}
		return found;
	}

	/// Longer ones are not even hashed: whoever sends them wants to keep us busy.
	static boolean isTooLong(String password) {
		return password.codePointCount(0, password.length()) > LONGEST
				|| password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES;
	}

	private static boolean names(String password, String name) {
		var word = name.replace(" ", "");
		return word.length() >= SHORTEST_NAME && password.replace(" ", "").contains(word);
	}

}
