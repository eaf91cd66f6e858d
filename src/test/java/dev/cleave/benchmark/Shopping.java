package dev.cleave.benchmark;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Makes the requests of those who order.
final class Shopping {

	private static final AtomicLong KEYS = new AtomicLong(System.nanoTime());

	private final String start;

	private final Supplier<String> credential;

	private String more = "";

	/// @param credential header lines that say who is calling
	Shopping(URI server, Supplier<String> credential) {
		this.start = "POST /api/v1/orders HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\n"
			.formatted(server.getAuthority());
		this.credential = credential;
	}

	/// The same, of people who want to know at once whether they get it.
	Shopping waiting() {
		this.more = "Prefer: wait=10\r\n";
		return this;
	}

	/// Orders of different products, each taken at random.
	///
	/// @param prefix what their SKUs begin with
	Supplier<byte[]> orders(String prefix, int products, int lines) {
		return () -> {
			var skus = ThreadLocalRandom.current().ints(0, products).distinct().limit(lines);
			return order(
					skus.mapToObj(sku -> line(prefix + sku)).collect(Collectors.joining(",", "{\"lines\":[", "]}")));
		};
	}

	/// Orders of one unit of one of these products, the second half as often as the
	/// first, the third a third (Zipf).
	Supplier<byte[]> unevenly(String prefix, int products) {
		var weights = 0.0;
		for (var rank = 1; rank <= products; rank++) {
			weights += 1.0 / rank;
		}
		var all = weights;
		return () -> {
			var left = ThreadLocalRandom.current().nextDouble(all);
			var sku = 0;
			for (var rank = 1; rank <= products && (left -= 1.0 / rank) > 0; rank++) {
				sku = Math.min(rank, products - 1);
			}
			return order("{\"lines\":[" + line(prefix + sku) + "]}");
		};
	}

	private static String line(String sku) {
		return "{\"sku\":\"" + sku + "\",\"quantity\":1}";
	}

	private byte[] order(String body) {
		return (this.start + this.credential.get() + this.more + "Idempotency-Key: k" + KEYS.getAndIncrement()
				+ "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
			.getBytes(StandardCharsets.UTF_8);
	}

}
