package dev.cleave.orders.payments;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@Tag("S34")
class WebhookProofTests {

	// The example that the libraries of the specification test themselves with.
	private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

	private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";

	private static final long SECONDS = 1614265330;

	private static final String BODY = "{\"test\": 2432232314}";

	private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

	private static final String OTHER = "whsec_b3RoZXIgc2VjcmV0IG9mIHRoaXJ0eS10d28gYnl0ZXMh";

	@Test
	void signsAsTheSpecificationDoes() {
		assertThat(secret(SECRET).sign(ID, String.valueOf(SECONDS), bytes(BODY))).isEqualTo(SIGNATURE);
	}

	@Test
	void believesWhoeverKnowsTheSecret() {
		assertThat(holds(SIGNATURE)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "v1,wrong " + SIGNATURE, SIGNATURE + " v1a,somethingElse", "v2,x v1, " + SIGNATURE })
	void findsTheSignatureAmongOthers(String signatures) {
		assertThat(holds(signatures)).isTrue();
	}

	@Test
	void believesBothSecretsWhileOneFollowsTheOther() {
		var body = bytes(BODY);
		var both = new WebhookProof(List.of(secret(OTHER), secret(SECRET)), at(SECONDS));
		var old = new WebhookProof(List.of(secret(OTHER)), at(SECONDS));

		assertThat(both.holds(webhook(SIGNATURE, body))).isTrue();
		assertThat(both.holds(webhook(secret(OTHER).sign(ID, "" + SECONDS, body), body))).isTrue();
		assertThat(old.holds(webhook(SIGNATURE, body))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "v1,", "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
			"v1a,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OF=",
			"v1,x v1,x v1,x v1,x v1,x v1,x v1,x v1,x " + SIGNATURE })
	void refusesWhatIsNoSignature(String signatures) {
		assertThat(holds(signatures)).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "300, true", "-300, true", "301, false", "-301, false" })
	void believesForFiveMinutes(long secondsLater, boolean believed) {
		var proof = new WebhookProof(List.of(secret(SECRET)), at(SECONDS + secondsLater));

		assertThat(proof.holds(webhook(SIGNATURE, bytes(BODY)))).isEqualTo(believed);
	}

	@Test
	void refusesWhatLacksAHeader() {
		var body = bytes(BODY);
		var proof = new WebhookProof(List.of(secret(SECRET)), at(SECONDS));

		assertThat(proof.holds(new Webhook(null, "" + SECONDS, SIGNATURE, body))).isFalse();
		assertThat(proof.holds(new Webhook(ID, null, SIGNATURE, body))).isFalse();
		assertThat(proof.holds(new Webhook(ID, "" + SECONDS, null, body))).isFalse();
		assertThat(proof.holds(new Webhook(ID + "x", "" + SECONDS, SIGNATURE, body))).isFalse();
		assertThat(proof.holds(new Webhook(ID, (SECONDS + 1) + "", SIGNATURE, body))).isFalse();
		assertThat(proof.holds(new Webhook(ID, "+" + SECONDS, SIGNATURE, body))).isFalse();
	}

	/// A dot in the id could move the border between id, time and body.
	@Test
	void refusesAnIdThatPretendsToBeMore() {
		var body = bytes("2.x");
		var signature = secret(SECRET).sign("a", SECONDS + "." + SECONDS, body);
		var proof = new WebhookProof(List.of(secret(SECRET)), at(SECONDS));

		assertThat(proof.holds(new Webhook("a." + SECONDS, "" + SECONDS, signature, body))).isFalse();
	}

	@Test
	void noticesEveryFlippedBit() {
		var random = new Random(20261123);
		var text = bytes("{\"type\":\"payment.captured\",\"amount\":{\"amount\":1234,\"currency\":\"GBP\"}}");
		var signature = secret(SECRET).sign(ID, "" + SECONDS, text);
		var proof = new WebhookProof(List.of(secret(SECRET)), at(SECONDS));
		assertThat(proof.holds(webhook(signature, text))).isTrue();

		for (var attempt = 0; attempt < 1_000; attempt++) {
			var tampered = text.clone();
			var place = random.nextInt(tampered.length);
			tampered[place] ^= (byte) (1 << random.nextInt(8));

			assertThat(proof.holds(webhook(signature, tampered))).as("byte %d", place).isFalse();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_not base64!" })
	void quotesNoSecretThatCannotBeRead(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> secret(text))
			.satisfies((refusal) -> assertThat(refusal.getMessage()).doesNotContain("MfKQ", "not base64!"));
		assertThat(secret(SECRET)).hasToString("WebhookSecret[hidden]");
	}

	private static boolean holds(String signatures) {
		return new WebhookProof(List.of(secret(SECRET)), at(SECONDS)).holds(webhook(signatures, bytes(BODY)));
	}

	private static Webhook webhook(String signatures, byte[] body) {
		return new Webhook(ID, String.valueOf(SECONDS), signatures, body);
	}

	private static WebhookSecret secret(String text) {
		return WebhookSecret.of(text);
	}

	private static Clock at(long seconds) {
		return Clock.fixed(Instant.ofEpochSecond(seconds), ZoneOffset.UTC);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
