package dev.cleave.acceptance;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The app on somebody's phone, by code that has nothing in common with the shop's.
record Authenticator(String secret) {

	private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

	/// The code of the moment.
	String code() {
		return codeOf(Instant.now().getEpochSecond() / 30);
	}

	/// The next one, which a shop takes already, as somebody's clock may be ahead.
	String nextCode() {
		return codeOf(Instant.now().getEpochSecond() / 30 + 1);
	}

	private String codeOf(long step) {
		try {
			var mac = Mac.getInstance("HmacSHA1");
			mac.init(new SecretKeySpec(key(), "RAW"));
			var hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
			var number = ByteBuffer.wrap(hash, hash[19] & 15, 4).getInt() & Integer.MAX_VALUE;
			return String.format(Locale.ROOT, "%06d", number % 1_000_000);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private byte[] key() {
		var key = ByteBuffer.allocate(this.secret.length() * 5 / 8);
		var bits = 0;
		var held = 0;
		for (var letter : this.secret.toCharArray()) {
			held = held << 5 | LETTERS.indexOf(letter);
			bits += 5;
			if (bits >= 8) {
				bits -= 8;
				key.put((byte) (held >> bits));
				held &= (1 << bits) - 1;
			}
		}
		return key.array();
	}

}
