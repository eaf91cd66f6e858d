package dev.cleave.acceptance;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static dev.cleave.acceptance.Eventually.eventually;
import static dev.cleave.acceptance.Json.map;
import static dev.cleave.acceptance.Json.money;
import static org.assertj.core.api.Assertions.assertThat;

/// Money comes through a provider, who calls back as providers do: later, twice, or too late.
@AcceptanceTest
class PaymentProviderTests {

	/// Everybody can read it in the source; a real shop has its own.
	private static final String SECRET = "Y2xlYXZlLWxvY2FsOiBhbnlib2R5IGNhbiByZWFkIHRoaXMgc2VjcmV0";

	private static final String CALLBACKS = "/payments/callbacks";

	private final Shop shop;

	private final Clerk clerk;

	private final Buyer buyer;

	PaymentProviderTests(Shop shop) {
		this.shop = shop;
		this.clerk = shop.clerk();
		this.buyer = shop.newBuyer();
	}

	@Test
	void isPaidByWhoeverChecksOut() {
		var order = orders(500);

		var asked = checkOut(order).expect(202);

		assertThat(asked.text("/orderId")).isEqualTo(order.id());
		assertThat(asked.at("/amount")).isEqualTo(order.json().path("total"));
		eventually(() -> assertThat(status(order)).isEqualTo("PAID"));
		assertThat(
				this.clerk.visitor().get("/orders/" + order.id() + "/timeline").send().at("/items/2/actor").asString())
			.isEqualTo("payment-provider");
	}

	@Test
	void asksForTheSamePaymentAgain() {
		var order = orders(500);
		var key = UUID.randomUUID().toString();

		var first = this.buyer.visitor().post(path(order)).key(key).send().expect(202);
		var other = this.buyer.visitor().post(path(order)).send().expect(202, 409);
		eventually(() -> assertThat(status(order)).isEqualTo("PAID"));
		var repeated = this.buyer.visitor().post(path(order)).key(key).send().expect(202);

		assertThat(repeated.body()).isEqualTo(first.body());
		assertThat(repeated.header("Idempotency-Replayed")).isEqualTo("true");
		assertThat(other.status() == 409 || other.text("/paymentReference").equals(first.text("/paymentReference")))
			.isTrue();
	}

	@Test
	void takesMoneyOnlyForWhatIsConfirmed() {
		var order = orders(500);
		this.buyer.cancel(order, "never mind").expect(200);

		checkOut(order).expectProblem(409, "move-illegal");
		this.shop.customer().post(path(order)).send().expectProblem(404, "order-not-found");
		this.buyer.visitor().post("/orders/nonsense/checkout").send().expectProblem(404, "order-not-found");
		this.shop.stranger().post(path(order)).send().expect(401);
	}

	@Test
	void paysOnceHoweverOftenItIsTold() {
		var order = orders(902);

		checkOut(order).expect(202);
		eventually(() -> assertThat(status(order)).isEqualTo("PAID"));
		var version = version(order);
		var id = id();
		var told = IntStream.range(0, 8)
			.parallel()
			.mapToObj((_) -> captured(id, order, "simulated-" + order.id()))
			.toList();

		assertThat(told).allSatisfy((answer) -> assertThat(answer.expect(200).text("/effect")).isEqualTo("none"));
		assertThat(version(order)).isEqualTo(version);
	}

	@Test
	@Tag("S34")
	void hearsAWebhookIdOnce() {
		var order = orders(500);
		var id = id();

		var first = captured(id, order, id());
		var second = captured(id, order, id());
		var unrelated = captured(id(), order, id());

		assertThat(List.of(first.text("/effect"), second.text("/effect"), unrelated.text("/effect")))
			.containsExactly("paid", "none", "refund-due");
	}

	@Test
	void owesWhatComesTooLate() {
		var order = orders(500);
		this.buyer.cancel(order, "never mind").expect(200);

		var late = captured(id(), order, id());

		assertThat(late.expect(200).text("/effect")).isEqualTo("refund-due");
		var now = this.clerk.visitor().get("/orders/" + order.id()).send();
		assertThat(now.text("/status")).isEqualTo("CANCELLED");
		assertThat(now.at("/refundDue")).isEqualTo(now.at("/total"));
		assertThat(refunded(order, id(), order.total()).expect(200).text("/effect")).isEqualTo("refunded");
		refunded(order, id(), order.total()).expectProblem(409, "nothing-due");
	}

	@Test
	void givesOnePaymentBackBitByBit() {
		var order = this.buyer.buys(Basket.of(this.clerk.offers("Book", 500, 2), 2));
		captured(id(), order, "payment of " + order.id()).expect(200);
		this.shop.desk().ships(order);
		this.shop.desk().delivers(order);

		for (var refund : List.of("first of " + order.id(), "second of " + order.id())) {
			this.shop.desk().takesBack(order, Desk.line(1, 1));
			assertThat(refunded(order, refund, 500).expect(200).text("/effect")).isEqualTo("refunded");
			assertThat(refunded(order, refund, 500).expect(200).text("/effect")).isEqualTo("none");
			assertThat(this.buyer.looksAt(order).json().has("refundDue")).isFalse();
		}
	}

	@Test
	void owesWhatTheSimulatorTakesTooLate() {
		var order = orders(903);

		checkOut(order).expect(202);
		new Buyer(this.shop, this.clerk.visitor()).cancel(order, "took too long").expect(200);

		eventually(() -> assertThat(this.clerk.visitor().get("/orders/" + order.id()).send().json().has("refundDue"))
			.isTrue());
		assertThat(status(order)).isEqualTo("CANCELLED");
	}

	@Test
	void staysUnpaidWhenThePaymentFails() {
		var order = orders(901);

		checkOut(order).expect(202);
		var failed = tell(id(), callback("payment.failed", order, id(), order.total()));

		assertThat(failed.expect(200).text("/effect")).isEqualTo("none");
		assertThat(status(order)).isEqualTo("CONFIRMED");
	}

	@Test
	@Tag("S34")
	void believesNobodyWithoutASignature() {
		var order = orders(500);
		var id = id();
		var body = callback("payment.captured", order, id(), order.total());
		var now = Instant.now().getEpochSecond();
		var old = now - 301;

		for (var headers : List.of(Map.<String, String>of(), headers(id, now, "v1,AAAA"),
				headers(id, old, sign(id, old, body)), headers(id, now, sign(id, now, body + " ")),
				headers(id(), now, sign(id, now, body)))) {
			send(headers, body).expectProblem(401, "signature-invalid");
		}

		assertThat(status(order)).isEqualTo("CONFIRMED");
		send(headers(id, now, "v1,AAAA " + sign(id, now, body)), body).expect(200);
	}

	@Test
	void refusesWhatDoesNotFit() {
		var order = orders(500);
		var other = orders(500);
		var reference = id();
		captured(id(), other, reference).expect(200);

		captured(id(), order, reference).expectProblem(409, "payment-reference-taken");
		tell(id(), callback("payment.captured", order, id(), 499)).expectFault("/amount");
		tell(id(), callback("payment.refunded", order, id(), 500)).expectFault("/refundReference");
		tell(id(), callback("payment.imagined", order, id(), 500)).expectFault("/type");
		tell(id(), callback("payment.captured", order, id(), 500).replace(order.id(), UUID.randomUUID().toString()))
			.expectProblem(404, "order-not-found");
		tell(id(), callback("payment.captured", order, id(), 500).replace(order.id(), "nonsense")).expectProblem(404,
				"order-not-found");
		tell(id(), "{").expect(400);
		tell(id(), "null").expect(422);
		assertThat(status(order)).isEqualTo("CONFIRMED");
	}

	private Order orders(long price) {
		return this.buyer.buys(Basket.of(this.clerk.offers("Book", price, 1), 1));
	}

	private Answer checkOut(Order order) {
		return this.buyer.visitor().post(path(order)).send();
	}

	private static String path(Order order) {
		return "/orders/" + order.id() + "/checkout";
	}

	private String status(Order order) {
		return this.buyer.looksAt(order).status();
	}

	private long version(Order order) {
		return this.buyer.looksAt(order).version();
	}

	private Answer captured(String id, Order order, String reference) {
		return tell(id, callback("payment.captured", order, reference, order.total()));
	}

	private Answer refunded(Order order, String reference, long amount) {
		return tell(id(), Json.write(map("type", "payment.refunded", "orderId", order.id(), "paymentReference",
				"payment of " + order.id(), "refundReference", reference, "amount", money(amount))));
	}

	private static String callback(String type, Order order, String reference, long amount) {
		return Json
			.write(map("type", type, "orderId", order.id(), "paymentReference", reference, "amount", money(amount)));
	}

	private Answer tell(String id, String body) {
		var now = Instant.now().getEpochSecond();
		return send(headers(id, now, sign(id, now, body)), body);
	}

	private Answer send(Map<String, String> headers, String body) {
		var call = this.shop.stranger().post(CALLBACKS).without("Idempotency-Key").json(map());
		headers.forEach(call::header);
		return call.body("application/json", body).onceAtAll();
	}

	private static String id() {
		return Shop.unique("msg");
	}

	private static Map<String, String> headers(String id, long seconds, String signature) {
		return Map.of("webhook-id", id, "webhook-timestamp", "" + seconds, "webhook-signature", signature);
	}

	private static String sign(String id, long seconds, String body) {
		try {
			var mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(Base64.getDecoder().decode(SECRET), "HmacSHA256"));
			var signed = mac.doFinal((id + "." + seconds + "." + body).getBytes(StandardCharsets.UTF_8));
			return "v1," + Base64.getEncoder().encodeToString(signed);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
