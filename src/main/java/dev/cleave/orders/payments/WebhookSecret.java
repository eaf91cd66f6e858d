package dev.cleave.orders.payments;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What both sides of a webhook know, as the Standard Webhooks specification writes it: `whsec_` and base64.
final class WebhookSecret {

	private static final String PREFIX = "whsec_";

	private static final String ALGORITHM = "HmacSHA256";

	private final byte[] bytes;

	private WebhookSecret(byte[] bytes) {
		this.bytes = bytes;
	}

	/// @throws IllegalArgumentException if the text is none; it is not quoted
	static WebhookSecret of(String text) {
		if (!text.startsWith(PREFIX)) {
			throw new IllegalArgumentException("A secret begins with " + PREFIX);
		}
		try {
			return new WebhookSecret(Base64.getDecoder().decode(text.substring(PREFIX.length())));
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException("A secret is base64 after " + PREFIX, ex);
		}
	}

	/// In bytes.
	int length() {
		return this.bytes.length;
	}

	/// The signature as it stands in the header, `v1,` and base64.
	String sign(String id, String timestamp, byte[] body) {
		try {
			var mac = Mac.getInstance(ALGORITHM);
			mac.init(new SecretKeySpec(this.bytes, ALGORITHM));
			mac.update("%s.%s.".formatted(id, timestamp).getBytes(StandardCharsets.UTF_8));
			return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("This JVM lacks " + ALGORITHM, ex);
		}
	}

	@Override
	public String toString() {
		return "WebhookSecret[hidden]";
	}

}
