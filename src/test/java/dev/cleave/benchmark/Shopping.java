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

	private final String head;

	/// @param credential a header line that says who is calling
	Shopping(URI server, String credential) {
		this.head = "POST /api/v1/orders HTTP/1.1\r\nHost: %s\r\n%s\r\nContent-Type: application/json\r\n"
			.formatted(server.getAuthority(), credential);
	}

	/// Orders of different products, each taken at random.
	///
	/// @param prefix what their SKUs begin with
	Supplier<byte[]> orders(String prefix, int products, int lines) {
		return () -> {
			var skus = ThreadLocalRandom.current().ints(0, products).distinct().limit(lines);
			return order(skus.mapToObj(sku -> "{\"sku\":\"%s%d\",\"quantity\":1}".formatted(prefix, sku))
				.collect(Collectors.joining(",", "{\"lines\":[", "]}")));
		};
	}

	private byte[] order(String body) {
		return "%sIdempotency-Key: k%d\r\nContent-Length: %d\r\n\r\n%s"
			.formatted(this.head, KEYS.getAndIncrement(), body.length(), body)
			.getBytes(StandardCharsets.UTF_8);
	}

}
