package dev.cleave.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static dev.cleave.acceptance.Json.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/// How much of a body is read, and how deep.
@AcceptanceTest
@InOneTopology
@Tag("S14")
class LimitsTests {

	private static final System.Logger log = System.getLogger(LimitsTests.class.getName());

	private static final int MEGABYTE = 1024 * 1024;

	private final Shop shop;

	private final Visitor customer;

	LimitsTests(Shop shop) {
		this.shop = shop;
		this.customer = shop.buyer().visitor();
	}

	@Test
	void refusesJsonThatIsTooMuchOfAnything() {
		var bodies = Map.ofEntries(Map.entry("deep", "{\"shipTo\":" + "[".repeat(33) + "]".repeat(33) + "}"),
				Map.entry("deeper", "[".repeat(60_000)), Map.entry("deep objects", "{\"a\":".repeat(20_000)),
				Map.entry("a long name", "{\"" + "x".repeat(129) + "\":1}"),
				Map.entry("a long name within", "{\"shipTo\":{\"" + "x".repeat(129) + "\":1}}"),
				Map.entry("a long text", "{\"shipTo\":\"" + "x".repeat(65_537) + "\"}"),
				Map.entry("a long number", "{\"shipTo\":" + "9".repeat(33) + "}"),
				Map.entry("a longer number", "{\"shipTo\":" + "9".repeat(60_000) + "}"),
				Map.entry("a long fraction", "{\"shipTo\":0." + "3".repeat(32) + "}"),
				Map.entry("a huge exponent", "{\"lines\":[{\"sku\":\"a\",\"quantity\":1e999999999}]}"),
				Map.entry("a tiny exponent", "{\"lines\":[{\"sku\":\"a\",\"quantity\":1e-999999999}]}"),
				Map.entry("many tokens", "{\"shipTo\":[" + "1,".repeat(100_001) + "1]}"),
				Map.entry("an unknown field", "{\"lines\":[],\"surprise\":1}"),
				Map.entry("an unknown field within", "{\"lines\":[{\"sku\":\"a\",\"quantity\":1,\"owner\":\"me\"}]}"),
				Map.entry("a duplicate", "{\"lines\":[],\"lines\":[]}"),
				Map.entry("a duplicate within", "{\"lines\":[{\"sku\":\"a\",\"sku\":\"b\",\"quantity\":1}]}"),
				Map.entry("a duplicate in a free field", "{\"lines\":[],\"shipTo\":{\"a\":1,\"a\":2}}"),
				Map.entry("something after the end", "{\"lines\":[]} {}"),
				Map.entry("a comment", "{/* */\"lines\":[]}"), Map.entry("single quotes", "{'lines':[]}"),
				Map.entry("not a number", "{\"lines\":[{\"sku\":\"a\",\"quantity\":NaN}]}"),
				Map.entry("a leading zero", "{\"lines\":[{\"sku\":\"a\",\"quantity\":01}]}"),
				Map.entry("a number as text", "{\"lines\":[{\"sku\":\"a\",\"quantity\":\"1\"}]}"),
				Map.entry("a text as number", "{\"lines\":[{\"sku\":1,\"quantity\":1}]}"),
				Map.entry("beyond a long", "{\"lines\":[{\"sku\":\"a\",\"quantity\":9223372036854775808}]}"),
				Map.entry("a fraction", "{\"lines\":[{\"sku\":\"a\",\"quantity\":1.0}]}"),
				Map.entry("bytes that are no text", "{\"lines\":[{\"sku\":\"\u00c3(\",\"quantity\":1}]}"));
		new TreeMap<>(bodies).forEach((name,
				body) -> assertThat(this.customer.post("/orders")
					.body("application/json", BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.ISO_8859_1)))
					.onceAtAll()
					.status()).as(name).isEqualTo(400));
	}

	@Test
	void takesWhatIsJustWithinTheLimits() {
		var sku = this.shop.clerk().offersSeveral(1, 100, 5).getFirst();
		for (var free : List.of("[".repeat(31) + "]".repeat(31), "{\"" + "x".repeat(128) + "\":1}",
				"\"" + "x".repeat(65_000) + "\"", "9".repeat(32), "1e9", "null", "true", "\"\\ud83d\\ude00\"")) {
			this.customer.post("/orders")
				.header("Cleave-Position", this.shop.position())
				.body("application/json",
						"{\"lines\":[{\"sku\":\"%s\",\"quantity\":1}],\"shipTo\":%s}".formatted(sku, free))
				.send()
				.expect(201);
		}
	}

	@Test
	void refusesHalfACharacter() {
		for (var half : List.of("\\uDC00", "a\\uD800", "\\uD83Da\\uDE00")) {
			this.customer.post("/orders")
				.body("application/json",
						"{\"lines\":[{\"sku\":\"a\",\"quantity\":1}],\"reference\":\"%s\"}".formatted(half))
				.send()
				.expectProblem(400, "text-malformed");
		}
		this.customer.post("/orders")
			.body("application/json", "{\"lines\":[{\"sku\":\"\\uD83D\\uDE00\",\"quantity\":1}]}")
			.send()
			.expect(422);
	}

	/// What the whole JVM allocates tells whether anybody kept the text, however short a
	/// time.
	@Test
	void readsLittleOfSixtyMegabytes() {
		assumeThat(this.shop.system()).as("a shop in this JVM").isInstanceOf(StartedShop.class);
		var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
		var least = IntStream.range(0, 3).mapToLong((_) -> {
			var before = threads.getTotalThreadAllocatedBytes();
			refuseEndless();
			return threads.getTotalThreadAllocatedBytes() - before;
		}).min().orElseThrow();

		assertThat(least).as("bytes allocated").isLessThan(50L * MEGABYTE);
	}

	@Test
	void refusesAtOnceWhatSaysThatItIsTooLong() {
		var reply = new RawConnection(this.shop.system().nodes().getFirst())
			.send("POST /api/v1/auth/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
					+ "Content-Length: 62914560\r\n\r\n", 1);

		assertThat(reply.status()).isEqualTo(413);
	}

	@Test
	void importsNoLineOfSixtyMegabytes() {
		var report = this.shop.clerk()
			.visitor()
			.post("/imports/products")
			.without("Idempotency-Key")
			.body("application/x-ndjson", BodyPublishers.ofInputStream(() -> new Endless(60 * MEGABYTE)))
			.send()
			.expect(200);

		assertThat(report.text("/refused/0/code")).isEqualTo("line-too-long");
	}

	@Test
	void refusesATextOfManyFields() {
		var fields = IntStream.range(0, 20_000)
			.mapToObj(Integer::toString)
			.collect(Collectors.joining("\":1,\"", "{\"", "\":1}"));

		this.customer.post("/orders").body("application/json", fields).send().expect(400);
		this.customer.post("/orders").json(map("lines", List.of(), "shipTo", "x")).send().expectFault("/lines");
	}

	/// The refusal may be lost, as the connection is broken off while the client is still
	/// writing.
	private void refuseEndless() {
		try {
			this.customer.post("/orders")
				.body("application/json", BodyPublishers.ofInputStream(() -> new Endless(60 * MEGABYTE)))
				.once()
				.expect(400, 413);
		}
		catch (IOException ex) {
			log.log(System.Logger.Level.DEBUG, "Broken off", ex);
		}
	}

	/// A text of JSON that has no end, as long as it is asked for.
	private static final class Endless extends InputStream {

		private static final byte[] BEGINNING = "{\"reference\":\"".getBytes(StandardCharsets.UTF_8);

		private final int length;

		private int sent;

		Endless(int length) {
			this.length = length;
		}

		@Override
		public int read() {
			if (this.sent >= this.length) {
				return -1;
			}
			return (this.sent < BEGINNING.length) ? BEGINNING[this.sent++] : next();
		}

		private int next() {
			this.sent++;
			return 'x';
		}

	}

}
