package dev.cleave.platform.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import dev.cleave.platform.web.WebSettings;

import org.springframework.stereotype.Component;

/// Names what must not be read where it is written, such as an e-mail address in Redis or in a log: the same on all nodes,
/// and nothing can be guessed from it without the shop's secret.
@Component
public class Fingerprints {

	private static final String ALGORITHM = "HmacSHA256";

	private static final int BYTES = 16;

	private final SecretKeySpec key;

	public Fingerprints(WebSettings settings) {
		this.key = new SecretKeySpec(("fingerprints " + settings.cursorSecret()).getBytes(StandardCharsets.UTF_8),
				ALGORITHM);
	}

	/// @param purpose keeps what is named for one purpose apart from the same text
	/// elsewhere
	/// @return 32 hexadecimal digits
	public String of(String purpose, String text) {
		try {
			var mac = Mac.getInstance(ALGORITHM);
			mac.init(this.key);
			mac.update(purpose.getBytes(StandardCharsets.UTF_8));
			mac.update((byte) 0);
			return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)), 0, BYTES);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("This JVM lacks " + ALGORITHM, ex);
		}
	}

}
