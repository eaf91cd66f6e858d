package dev.cleave.auth.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;

import org.bouncycastle.util.encoders.Base32;

/// Lets somebody in once who has lost the app: 120 random bits, as six groups of four letters and digits. Nobody can
/// guess those, so a fast hash keeps them safe.
final class RecoveryCode {

	static final int AT_ONCE = 10;

	private static final int BYTES = 15;

	private static final int GROUP = 4;

	private final String text;

	private RecoveryCode(String text) {
		this.text = text;
	}

	static RecoveryCode random(SecureRandom random) {
		var bytes = new byte[BYTES];
		random.nextBytes(bytes);
		return new RecoveryCode(Base32.toBase32String(bytes));
	}

	/// However somebody has written it: capitals, hyphens and blanks make no difference.
	static RecoveryCode typed(String code) {
		return new RecoveryCode(code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT));
	}

	/// As people write it down.
	String text() {
		return this.text.replaceAll("(?<=\\G.{%d})(?=.)".formatted(GROUP), "-");
	}

	String hash() {
		try {
			var digest = MessageDigest.getInstance("SHA-256").digest(this.text.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("This JVM lacks SHA-256", ex);
		}
	}

	@Override
	public String toString() {
		return "RecoveryCode[hidden]";
	}

}
