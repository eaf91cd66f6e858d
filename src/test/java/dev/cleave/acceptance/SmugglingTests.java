package dev.cleave.acceptance;

import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Requests that two servers would cut into pieces differently. Whatever is hidden in the one that is seen must get no
/// answer of its own. It is a process that is asked here: what a gateway makes two requests of it passes on as two.
@AcceptanceTest
@InOneTopology
@Tag("S13")
class SmugglingTests {

	/// What the attacker would like to be served as a request of somebody else's.
	private static final String HIDDEN = "GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n";

	private static final String HOST = "Host: localhost\r\n";

	private static final int SILENCE_MILLIS = 400;

	private final RawConnection raw;

	SmugglingTests(Shop shop) {
		this.raw = new RawConnection(shop.system().processes().getFirst());
	}

	/// By name, so that a report says which one got through.
	static Stream<Arguments> ambiguities() {
		var chunked = "Transfer-Encoding: chunked\r\n";
		var post = "POST /api/v1/auth/session HTTP/1.1\r\n" + HOST + "Content-Type: application/json\r\n";
		return Map.ofEntries(
				Map.entry("a length and chunks", post + "Content-Length: 5\r\n" + chunked + "\r\n0\r\n\r\n" + HIDDEN),
				Map.entry("chunks and a length", post + chunked + "Content-Length: 5\r\n\r\n0\r\n\r\n" + HIDDEN),
				Map.entry("a length that ends within",
						post + "Content-Length: 6\r\n" + chunked + "\r\n0\r\n\r\nX" + HIDDEN),
				Map.entry("two lengths", post + "Content-Length: 0\r\nContent-Length: 44\r\n\r\n" + HIDDEN),
				Map.entry("a list of lengths", post + "Content-Length: 0, 44\r\n\r\n" + HIDDEN),
				Map.entry("a negative length", post + "Content-Length: -1\r\n\r\n" + HIDDEN),
				Map.entry("a signed length", post + "Content-Length: +0\r\n\r\n" + HIDDEN),
				Map.entry("a hexadecimal length", post + "Content-Length: 0x0\r\n\r\n" + HIDDEN),
				Map.entry("a length of words", post + "Content-Length: none\r\n\r\n" + HIDDEN),
				Map.entry("a length beyond a long", post + "Content-Length: 99999999999999999999\r\n\r\n" + HIDDEN),
				Map.entry("an unknown coding", post + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" + HIDDEN),
				Map.entry("chunks that are not last",
						post + "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n" + HIDDEN),
				Map.entry("two codings", post + chunked + "Transfer-Encoding: x\r\n\r\n0\r\n\r\n" + HIDDEN),
				Map.entry("a tab before the coding",
						post + "Transfer-Encoding:\u000bchunked\r\n\r\n0\r\n\r\n" + HIDDEN),
				Map.entry("a space before the colon", post + "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n" + HIDDEN),
				Map.entry("a space in front of the name",
						post + " Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + HIDDEN),
				Map.entry("a folded header",
						post + "Transfer-Encoding:\r\n chunked\r\nContent-Length: 0\r\n\r\n" + HIDDEN),
				Map.entry("a NUL in a header", post + "X: a\u0000b\r\nContent-Length: 0\r\n\r\n" + HIDDEN),
				Map.entry("a carriage return in a header", post + "X: a\rContent-Length: 44\r\n\r\n" + HIDDEN),
				Map.entry("a chunk with a negative size", post + chunked + "\r\n-1\r\n\r\n" + HIDDEN),
				Map.entry("a chunk with too large a size", post + chunked + "\r\nfffffffffffffffff\r\n\r\n" + HIDDEN),
				Map.entry("a chunk with a size of words", post + chunked + "\r\nzero\r\n\r\n" + HIDDEN),
				Map.entry("a chunk that is longer than it says", post + chunked + "\r\n1\r\n{}0\r\n\r\n" + HIDDEN),
				Map.entry("no host", "GET /api/v1/products HTTP/1.1\r\n\r\n" + HIDDEN),
				Map.entry("two hosts", "GET /api/v1/products HTTP/1.1\r\n" + HOST + "Host: other\r\n\r\n" + HIDDEN),
				Map.entry("a host that is none", "GET /api/v1/products HTTP/1.1\r\nHost: a b\r\n\r\n" + HIDDEN),
				Map.entry("another version", "GET /api/v1/products HTTP/3.7\r\n" + HOST + "\r\n" + HIDDEN),
				Map.entry("spaces in the target", "GET /api/v1/products x HTTP/1.1\r\n" + HOST + "\r\n" + HIDDEN),
				Map.entry("a header without a colon",
						"GET /api/v1/products HTTP/1.1\r\n" + HOST + "nonsense\r\n\r\n" + HIDDEN),
				Map.entry("an upgrade to HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + HIDDEN))
			.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey())
			.map((entry) -> Arguments.of(entry.getKey(), entry.getValue()));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("ambiguities")
	void answersOnceAndHangsUp(String name, String bytes) {
		var reply = this.raw.send(bytes);

		assertThat(reply.text()).as(name).doesNotContain("\"UP\"");
		assertThat(reply.statuses()).as("answers to %s: %s", name, reply.text())
			.allSatisfy((status) -> assertThat(status).isBetween(400, 505).isNotEqualTo(500));
		assertThat(reply.closed()).as("the connection after %s", name).isTrue();
	}

	@Test
	void takesPlainRequestsOneAfterTheOther() {
		var last = HIDDEN.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n");

		var reply = this.raw.send(HIDDEN + last);

		assertThat(reply.statuses()).containsExactly(200, 200);
	}

	@Test
	void answersARefusedBodyOnce() {
		var body = "{\"email\":\"" + "x".repeat(100_000) + "\"}";

		var reply = this.raw.send("POST /api/v1/auth/session HTTP/1.1\r\n" + HOST
				+ "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body + HIDDEN,
				SILENCE_MILLIS);

		assertThat(reply.status()).isEqualTo(413);
		assertThat(reply.statuses().size()).isLessThanOrEqualTo(2);
	}

	@Test
	void readsNoEndlessHeader() {
		var reply = this.raw.send("GET /api/v1/products HTTP/1.1\r\n" + HOST + "X: " + "x".repeat(20_000) + "\r\n\r\n",
				SILENCE_MILLIS);

		assertThat(reply.status()).isIn(400, 431);
		assertThat(reply.text()).contains("application/problem+json").doesNotContain("<html");
	}

}
