package dev.cleave.orders.payments;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/// Tells whether a callback comes from somebody who knows a secret, and was sent just now.
final class WebhookProof {

	static final Duration TOLERANCE = Duration.ofMinutes(5);

	private static final Pattern ID = Pattern.compile("[\\x21-\\x7e&&[^.]]{1,128}");

	private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

	/// Enough for two secrets on either side; more only cost time.
	private static final int MOST_SIGNATURES = 8;

	private final List<WebhookSecret> secrets;

	private final Clock clock;

	WebhookProof(List<WebhookSecret> secrets, Clock clock) {
		this.secrets = List.copyOf(secrets);
		this.clock = clock;
	}

	boolean holds(Webhook webhook) {
		var id = webhook.id();
		var timestamp = webhook.timestamp();
		var signatures = webhook.signatures();
		return id != null && timestamp != null && signatures != null && ID.matcher(id).matches() && isRecent(timestamp)
				&& isSigned(id, timestamp, signatures, webhook.body());
	}

	private boolean isRecent(String timestamp) {
		return SECONDS.matcher(timestamp).matches()
				&& Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), this.clock.instant())
					.abs()
					.compareTo(TOLERANCE) <= 0;
	}

	/// Every signature is compared with every secret, in the same time whatever they have
	/// in common.
	private boolean isSigned(String id, String timestamp, String signatures, byte[] body) {
		var given = List.of(signatures.split(" ", MOST_SIGNATURES + 1)).stream().limit(MOST_SIGNATURES).toList();
		var signed = false;
		for (var secret : this.secrets) {
			var expected = bytes(secret.sign(id, timestamp, body));
			for (var signature : given) {
				signed |= MessageDigest.isEqual(expected, bytes(signature));
			}
		}
		return signed;
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
