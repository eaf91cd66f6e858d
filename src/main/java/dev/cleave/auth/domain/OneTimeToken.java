package dev.cleave.auth.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/// What a link carries that is sent to somebody: 256 random bits. Nobody can guess those, so a fast hash keeps it safe.
public record OneTimeToken(String value) {

	private static final int BYTES = 32;

	static OneTimeToken random(SecureRandom random) {
		var bytes = new byte[BYTES];
		random.nextBytes(bytes);
		return new OneTimeToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
	}

	/// All that is kept of it. It is looked up by its hash, so how long that takes tells
	/// nothing of the token.
	byte[] hash() {
		try {
			return MessageDigest.getInstance("SHA-256").digest(this.value.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("This JVM lacks SHA-256", ex);
		}
	}

	@Override
	public String toString() {
		return "OneTimeToken[hidden]";
	}

}
