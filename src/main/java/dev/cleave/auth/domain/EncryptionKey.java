package dev.cleave.auth.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// One key of the [KeyBox], for AES-256-GCM. Its name is made from it, tells nothing about it, and stands with all that
/// it sealed.
final class EncryptionKey {

	private static final int BYTES = 32;

	private static final int NONCE_BYTES = 12;

	private static final int TAG_BITS = 128;

	private final SecretKeySpec key;

	private final String name;

	private EncryptionKey(byte[] key) {
		this.key = new SecretKeySpec(key, "AES");
		this.name = nameOf(key);
	}

	/// @param setting named where the text is no key; the text itself is never quoted
	static EncryptionKey of(String text, String setting) {
		try {
			var bytes = Base64.getDecoder().decode(text.strip());
			if (bytes.length == BYTES) {
				return new EncryptionKey(bytes);
			}
		}
		catch (IllegalArgumentException ex) {
			// answered like a key of another length
		}
		throw new IllegalArgumentException("%s is not the base64 of %d bytes".formatted(setting, BYTES));
	}

	String name() {
		return this.name;
	}

	byte[] seal(byte[] secret, byte[] place, SecureRandom random) {
		var nonce = new byte[NONCE_BYTES];
		random.nextBytes(nonce);
		var sealed = run(Cipher.ENCRYPT_MODE, nonce, secret, place);
		return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
	}

	byte[] open(byte[] sealed, byte[] place) {
		if (sealed.length < NONCE_BYTES) {
			throw new IllegalArgumentException("What was sealed is cut off");
		}
		return run(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE_BYTES),
				Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length), place);
	}

	private byte[] run(int mode, byte[] nonce, byte[] text, byte[] place) {
		try {
			var cipher = Cipher.getInstance("AES/GCM/NoPadding");
			cipher.init(mode, this.key, new GCMParameterSpec(TAG_BITS, nonce));
			cipher.updateAAD(place);
			return cipher.doFinal(text);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("What was sealed was changed, or stands in another's place", ex);
		}
	}

	private static String nameOf(byte[] key) {
		try {
			var mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(key, "HmacSHA256"));
			return HexFormat.of().formatHex(mac.doFinal("name".getBytes(StandardCharsets.US_ASCII)), 0, 4);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("This JVM lacks HMAC-SHA256", ex);
		}
	}

}
