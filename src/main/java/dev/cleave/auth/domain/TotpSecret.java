package dev.cleave.auth.domain;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;

import javax.crypto.spec.SecretKeySpec;

import com.eatthepath.otp.HmacOneTimePasswordGenerator;
import org.bouncycastle.util.encoders.Base32;

/// What an authenticator app and the shop both know (RFC 6238): 160 random bits, of which every 30 seconds make another
/// code of six digits.
final class TotpSecret {

	private static final int BYTES = 20;

	private static final int SECONDS = 30;

	/// How many steps a clock may be ahead or behind.
	private static final int TOLERANCE = 1;

	private final HmacOneTimePasswordGenerator codes = new HmacOneTimePasswordGenerator();

	private final byte[] key;

	TotpSecret(byte[] key) {
		this.key = key.clone();
	}

	static TotpSecret random(SecureRandom random) {
		var key = new byte[BYTES];
		random.nextBytes(key);
		return new TotpSecret(key);
	}

	/// The step of time that a code belongs to, of those that count now. It takes as long
	/// whichever that is, and if it is none.
	OptionalLong stepOf(String code, Instant now) {
		var typed = code.replace(" ", "").getBytes(StandardCharsets.UTF_8);
		var present = Math.floorDiv(now.getEpochSecond(), (long) SECONDS);
		var found = OptionalLong.empty();
		for (var step = present - TOLERANCE; step <= present + TOLERANCE; step++) {
			if (MessageDigest.isEqual(codeOf(step).getBytes(StandardCharsets.UTF_8), typed)) {
				found = OptionalLong.of(step);
			}
		}
		return found;
	}

	byte[] key() {
		return this.key.clone();
	}

	/// As people type it into an app that can't read the picture of it.
	String text() {
		return Base32.toBase32String(this.key);
	}

	private String codeOf(long step) {
		try {
			return this.codes.generateOneTimePasswordString(new SecretKeySpec(this.key, "RAW"), step, Locale.ROOT);
		}
		catch (InvalidKeyException ex) {
			throw new IllegalStateException("This JVM can't use a key of 160 bits", ex);
		}
	}

	@Override
	public String toString() {
		return "TotpSecret[hidden]";
	}

}
