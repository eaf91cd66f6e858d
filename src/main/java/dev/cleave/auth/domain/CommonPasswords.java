package dev.cleave.auth.domain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/// The passwords that are tried first, as a sorted file of the first 48 bits of their SHA-256: 44,000 in 264 KB, and one
/// good password in six billion is taken for one of them. ADR 22 says where they are from.
@Component
class CommonPasswords {

	static final String FILE = "common-passwords.sha256";

	static final int BYTES = 6;

	private final long[] hashes;

	CommonPasswords() {
		try {
			var file = ByteBuffer.wrap(new ClassPathResource(FILE).getContentAsByteArray());
			this.hashes = new long[file.capacity() / BYTES];
			Arrays.setAll(this.hashes, index -> next(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The jar lacks " + FILE, ex);
		}
	}

	/// @param password in small letters
	boolean contains(String password) {
		return Arrays.binarySearch(this.hashes, hash(password)) >= 0;
	}

	int size() {
		return this.hashes.length;
	}

	/// The first 48 bits.
	static long hash(String password) {
		try {
			var digest = MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
			return next(ByteBuffer.wrap(digest));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("This JVM lacks SHA-256", ex);
		}
	}

	private static long next(ByteBuffer bytes) {
		return (Short.toUnsignedLong(bytes.getShort()) << Integer.SIZE) | Integer.toUnsignedLong(bytes.getInt());
	}

}
