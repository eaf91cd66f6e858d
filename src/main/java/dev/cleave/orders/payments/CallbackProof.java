package dev.cleave.orders.payments;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import dev.cleave.platform.Production;

import org.springframework.stereotype.Component;

/// Tells which callbacks come from the payment provider. On one's own machine there is a secret that everybody knows; a
/// real shop has its own, or takes no callbacks.
@Component
public class CallbackProof {

	public static final String SETTING = "cleave.payments.secret";

	public static final String LOCAL_SECRET = "whsec_Y2xlYXZlLWxvY2FsOiBhbnlib2R5IGNhbiByZWFkIHRoaXMgc2VjcmV0";

	private static final int SHORTEST = 32;

	private final List<WebhookSecret> secrets;

	private final WebhookProof proof;

	CallbackProof(PaymentSettings settings, Production production, Clock clock) {
		var local = production.isOn() ? null : LOCAL_SECRET;
		this.secrets = Stream.of((settings.secret() != null) ? settings.secret() : local, settings.formerSecret())
			.filter(Objects::nonNull)
			.map(secret -> read(secret, production))
			.toList();
		this.proof = new WebhookProof(this.secrets, clock);
	}

	/// Whether anybody could prove to be the provider.
	public boolean isPossible() {
		return !this.secrets.isEmpty();
	}

	public boolean holds(Webhook webhook) {
		return this.proof.holds(webhook);
	}

	String sign(String id, String timestamp, byte[] body) {
		return this.secrets.getFirst().sign(id, timestamp, body);
	}

	private static WebhookSecret read(String text, Production production) {
		production.refuseDefault(SETTING, text, LOCAL_SECRET, "Whoever knows it can say that an order is paid.");
		var secret = WebhookSecret.of(text);
		if (secret.length() < SHORTEST) {
			throw new IllegalArgumentException(
					"%s has %d bytes, and needs %d".formatted(SETTING, secret.length(), SHORTEST));
		}
		return secret;
	}

}
