package dev.cleave.witness;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import dev.cleave.orders.payments.CallbackProof;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Somebody who does one thing after the other in a shop in which anything may break, and comes back with the same key
/// for whatever he was not told of.
final class Customer implements Runnable {

	private static final int ATTEMPTS = 6;

	private final Trade trade;

	private final int number;

	private final Random random;

	private final Duration pause;

	private final BooleanSupplier over;

	private final List<Order> orders = new ArrayList<>();

	/// What nobody has told him the outcome of.
	private final List<Wish> open = new ArrayList<>();

	private final Set<String> refused = new HashSet<>();

	private final Set<String> doubtful = new HashSet<>();

	private int proc;

	/// @param number no two have the same
	/// @param pause between two wishes
	Customer(Trade trade, int number, long seed, Duration pause, BooleanSupplier over) {
		this.trade = trade;
		this.number = number;
		this.random = new Random(seed * 1_000 + number);
		this.pause = pause;
		this.over = over;
		this.proc = number;
	}

	@Override
	public void run() {
		while (!this.over.getAsBoolean()) {
			next();
			sleep(this.pause.toMillis() / 2 + this.random.nextLong(1 + this.pause.toMillis()));
		}
	}

	/// Asks once more for all that is open, of a shop that is well again.
	void askAgain() {
		List.copyOf(this.open).forEach((wish) -> {
			this.open.remove(wish);
			insist(wish);
		});
	}

	/// Wishes that have no answer yet.
	int unanswered() {
		return this.open.size();
	}

	private void next() {
		var choice = this.random.nextInt(100);
		if (choice < 50 || this.orders.isEmpty()) {
			place();
			return;
		}
		var order = this.orders.get(this.random.nextInt(this.orders.size()));
		if (choice < 65) {
			look(order);
		}
		else if (choice < 73) {
			insist(wish("cancel", "POST", "/orders/" + order.id + "/cancellation", Map.of("reason", "changed my mind"))
				.about(order.id));
		}
		else if (choice < 85) {
			pay(order);
		}
		else if (choice < 92) {
			book();
		}
		else if (choice < 96) {
			probe();
		}
		else {
			insist(wish("list", "GET", "/orders?limit=20", null));
		}
	}

	private void place() {
		var basket = this.trade.basket(this.random);
		var wish = wish("place", "POST", "/orders", order(basket)).of(basket);
		var told = insist(wish);
		if (told.status() == 201) {
			this.trade.isPlaced(told.text("id"));
			this.orders.add(new Order(told.text("id"), told.body().path("total")));
			if (this.orders.size() > 20) {
				this.orders.removeFirst();
			}
			if (this.random.nextInt(20) == 0) {
				attempt(wish("reuse", "POST", "/orders", order(this.trade.basket(this.random))).withKey(wish.key()));
			}
		}
	}

	private Map<String, Object> order(Map<String, Long> basket) {
		return Map.of("reference", this.trade.unique(), "lines",
				basket.entrySet()
					.stream()
					.map((line) -> Map.of("sku", line.getKey(), "quantity", line.getValue()))
					.toList());
	}

	private void look(Order order) {
		attempt(wish("look", "GET", "/orders/" + order.id, null).about(order.id));
	}

	private void probe() {
		var order = this.trade.anothers(this.random);
		if (this.orders.stream().noneMatch((own) -> own.id.equals(order)) && !order.isEmpty()) {
			attempt(wish("look", "GET", "/orders/" + order, null).about(order));
		}
	}

	private void book() {
		var units = 1 + this.random.nextInt(20);
		var receipt = this.random.nextInt(3) > 0;
		var sku = this.trade.sku(this.random);
		var reason = this.trade.unique();
		var body = Map.<String, Object>of("quantity", receipt ? units : -1, "reason", reason);
		var wish = wish("book", "POST", "/stock/" + sku + (receipt ? "/receipts" : "/adjustments"), body).about(reason)
			.by(this.trade.clerk());
		insist(receipt ? wish.of(Map.of(sku, (long) units)) : wish);
	}

	/// As the payment provider does, who is not sure that he was heard and says it twice.
	private void pay(Order order) {
		var reference = this.trade.unique();
		var body = new HashMap<String, Object>(Map.of("type", "payment.captured", "orderId", order.id,
				"paymentReference", reference, "amount", order.total));
		var wish = wish("pay", "POST", "/payments/callbacks", body).about(reference).withKey(null);
		if (insist(wish).isOk() && this.random.nextInt(10) < 3) {
			attempt(wish);
		}
	}

	private Wish wish(String op, String method, String path, @Nullable Map<String, Object> body) {
		return new Wish(op, method, Person.API + path, body, this.trade.buyer(this.number),
				method.equals("POST") ? this.trade.unique() : null, null, null);
	}

	/// Attempts it again until somebody says what became of it. Whoever does not know has
	/// another name from then on.
	private Told insist(Wish wish) {
		var told = attempt(wish);
		for (var attempt = 1; !told.isSettled() && attempt < ATTEMPTS; attempt++) {
			sleep((100L << attempt) / 2 + this.random.nextLong(100L << attempt));
			told = attempt(wish);
		}
		if (!told.isSettled() && wish.body() != null) {
			this.open.add(wish);
			this.proc += 1_000;
		}
		return told;
	}

	private Told attempt(Wish wish) {
		var call = this.trade.nextCall();
		this.trade.write(wish.entry(call, this.trade.now(), this.proc));
		var address = this.trade.address(this.number, this.random);
		var begin = Instant.now();
		var told = wish.who()
			.ask(address, wish.method(), wish.path(), headers(wish),
					(wish.body() == null) ? null : Trade.json(wish.body()));
		if (wish.op().equals("place") && told.isOlderThan(begin) && this.refused.contains(wish.key())) {
			told = told.with(Testimony.LIE);
		}
		remember(wish, told);
		this.trade.write(wish.answered(call, this.trade.now(), this.proc, told));
		if (told.status() == 401) {
			wish.who().signIn();
		}
		return told;
	}

	/// Keys of which so far every answer said that nothing was done.
	private void remember(Wish wish, Told told) {
		if (told.phase() != Entry.Phase.FAIL) {
			this.refused.remove(wish.key());
			this.doubtful.add(String.valueOf(wish.key()));
		}
		else if (!this.doubtful.contains(wish.key())) {
			this.refused.add(String.valueOf(wish.key()));
		}
	}

	private Map<String, String> headers(Wish wish) {
		if (wish.op().equals("pay")) {
			var id = String.valueOf(wish.about());
			var now = Long.toString(Instant.now().getEpochSecond());
			return Map.of("webhook-id", id, "webhook-timestamp", now, "webhook-signature",
					signed("%s.%s.%s".formatted(id, now, Trade.json(wish.body()))));
		}
		var headers = new HashMap<String, String>();
		if (wish.key() != null) {
			headers.put("Idempotency-Key", wish.key());
		}
		if (wish.op().equals("place") || wish.op().equals("reuse")) {
			headers.put("Cleave-Position", this.trade.position());
		}
		return headers;
	}

	private static String signed(String text) {
		try {
			var mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(
					Base64.getDecoder().decode(CallbackProof.LOCAL_SECRET.substring("whsec_".length())), "HmacSHA256"));
			return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void sleep(long millis) {
		try {
			Thread.sleep(millis);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private record Order(String id, JsonNode total) {

	}

}
