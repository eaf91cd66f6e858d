package dev.cleave.auth.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/// The secret of a machine client: 256 random bits. Nobody can guess those, so a fast hash keeps it safe, and getting a
/// token stays cheap.
public record ClientSecret(String value) {

	private static final String ALGORITHM = "{sha256}";

	private static final int BYTES = 32;

	static ClientSecret random(SecureRandom random) {
		var bytes = new byte[BYTES];
		random.nextBytes(bytes);
		return new ClientSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
	}

	public String hash() {
		try {
			var digest = MessageDigest.getInstance("SHA-256").digest(this.value.getBytes(StandardCharsets.UTF_8));
			return ALGORITHM + Base64.getEncoder().withoutPadding().encodeToString(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("This JVM lacks SHA-256", ex);
		}
	}

	public boolean matches(String hash) {
		return MessageDigest.isEqual(hash().getBytes(StandardCharsets.UTF_8), hash.getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public String toString() {
		return "ClientSecret[hidden]";
	}

}
