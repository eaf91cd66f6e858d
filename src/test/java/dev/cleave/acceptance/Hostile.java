package dev.cleave.acceptance;

import java.util.List;
import java.util.random.RandomGenerator;

/// Values that nobody expects.
final class Hostile {

	/// JSON as it is, also what no library would write.
	private static final List<String> RAW = List.of("null", "true", "0", "-1", "1.5", "-0", "0.0", "1e9", "1e999999999",
			"1e-999999999", "9223372036854775807", "9223372036854775808", "-9223372036854775808",
			"99999999999999999999999999999999", "[]", "{}", "[[]]", "[null]", "{\"a\":{\"b\":[1]}}", "\"\"",
			"\"\\u0000\"", "\"\\ud800\"", "\"\\udc00x\"", "NaN", "Infinity", "01", "'x'", "\"unclosed",
			"{\"amount\":1,\"currency\":\"XXX\"}", "{\"amount\":-1,\"currency\":\"GBP\"}", "2147483648", "[1,2,3]");

	private static final List<String> TEXTS = List.of("", " ", "\t", "\r\n", "\u0000", "\u0007", "\u001b[31m", "'",
			"\"", "''", "' OR '1'='1", "'; DROP TABLE orders; --", "1; SELECT pg_sleep(5)", "') UNION SELECT NULL--",
			"$$", "\\", "%", "%%", "_", "%s%n%x", "${jndi:ldap://x}", "#{1+1}", "{{7*7}}", "<script>alert(1)</script>",
			"../../etc/passwd", "..%2f..", "%00", "null", "undefined", "true", "NaN", "-1", "0", "1e9",
			"9223372036854775808", "\u202etxt", "\ufeff", "\ufffe", "\u0130", "\ud83d\ude00", "e\u0301", "\u00df",
			"a".repeat(65), "a".repeat(1_000), "\ud83d\ude00".repeat(200), "=1+1", "@x", "|id", "`id`", "2026-13-45",
			"2026-02-30T25:61:61Z", "+999999999-01-01T00:00:00Z", "-999999999-01-01", "0000-00-00",
			"0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "00000000-0000-0000-0000-000000000000", "1-1-1-1-1", "*",
			":*", "& | ! <->", "\"; --", "W/\"1\"", "\"1\"", "-".repeat(300), "{", "[", "a\nb", "a\u2028b");

	private Hostile() {
	}

	static String raw(RandomGenerator random) {
		return RAW.get(random.nextInt(RAW.size()));
	}

	static String text(RandomGenerator random) {
		return TEXTS.get(random.nextInt(TEXTS.size()));
	}

	/// A text that is almost right: something is in the midst of it, or it is an address
	/// that is longer in small letters.
	static String within(String text, RandomGenerator random) {
		if (text.contains("@") && random.nextBoolean()) {
			return "\u0130".repeat(64) + "@" + ("a".repeat(60) + ".").repeat(3) + "org";
		}
		var place = random.nextInt(text.length() + 1);
		return text.substring(0, place) + (random.nextInt(3) > 0 ? "\u0000" : text(random)) + text.substring(place);
	}

	/// One that a client may put into a header.
	static String header(RandomGenerator random) {
		var text = text(random).codePoints()
			.filter((point) -> point >= 32 && point < 127)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
		return text.toString();
	}

}
