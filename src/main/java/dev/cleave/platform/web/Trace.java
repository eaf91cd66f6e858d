package dev.cleave.platform.web;

import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/// The trace a request belongs to (W3C Trace Context): the caller's, or a new one when it sent none that can be read.
/// Whoever works on the request finds it in the logging context, as `traceId` and, to hand on, `traceparent`.
record Trace(String id, String parent) {

	static final String ID = "traceId";

	static final String PARENT = "traceparent";

	private static final Pattern TRACEPARENT = Pattern
		.compile("(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-([0-9a-f]{2})(-.*)?");

	static Trace continuing(@Nullable String traceparent) {
		var matcher = TRACEPARENT.matcher((traceparent != null && traceparent.length() <= 512) ? traceparent : "");
		var known = matcher.matches();
		var id = known ? matcher.group(1) : hex() + hex();
		return new Trace(id, "00-%s-%s-%s".formatted(id, hex(), known ? matcher.group(2) : "01"));
	}

	static @Nullable String currentId() {
		return MDC.get(ID);
	}

	void enter() {
		MDC.put(ID, this.id);
		MDC.put(PARENT, this.parent);
	}

	void leave() {
		MDC.remove(ID);
		MDC.remove(PARENT);
	}

	private static String hex() {
		var bits = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
		return "%016x".formatted(bits);
	}

}
