package dev.cleave.platform.security;

import java.security.SecureRandom;
import java.util.Base64;

import org.springframework.session.SessionIdGenerator;

/// Names sessions by 256 random bits.
class SessionIds implements SessionIdGenerator {

	private static final int BYTES = 32;

	private final SecureRandom random = new SecureRandom();

	@Override
	public String generate() {
		var bytes = new byte[BYTES];
		this.random.nextBytes(bytes);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
