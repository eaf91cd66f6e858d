package dev.cleave.orders.payments;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;

import dev.cleave.orders.payments.SimulatedPayment.Told;
import tools.jackson.databind.json.JsonMapper;

/// Sends callbacks as a provider would: over HTTP, and signed.
final class CallbackSender implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private final CallbackProof proof;

	private final JsonMapper json;

	private final Clock clock;

	private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

	CallbackSender(CallbackProof proof, JsonMapper json, Clock clock) {
		this.proof = proof;
		this.json = json;
		this.clock = clock;
	}

	/// Returns whether it need not be sent again: it was heard, or will never be.
	boolean send(Told told, URI shop) throws InterruptedException {
		var body = this.json.writeValueAsBytes(told.callback());
		var timestamp = Long.toString(this.clock.instant().getEpochSecond());
		var request = HttpRequest.newBuilder(shop.resolve(PaymentCallback.PATH))
			.timeout(PATIENCE)
			.header("Content-Type", "application/json")
			.header(Webhook.ID, told.id())
			.header(Webhook.TIMESTAMP, timestamp)
			.header(Webhook.SIGNATURE, this.proof.sign(told.id(), timestamp, body))
			.POST(BodyPublishers.ofByteArray(body))
			.build();
		try {
			var answer = this.http.send(request, BodyHandlers.discarding());
			return answer.statusCode() < 500 && answer.headers().firstValue("Retry-After").isEmpty();
		}
		catch (IOException ex) {
			return false;
		}
	}

	@Override
	public void close() {
		this.http.shutdownNow();
	}

}
