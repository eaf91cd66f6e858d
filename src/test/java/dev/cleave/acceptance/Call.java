package dev.cleave.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// One request in the making. A POST has a fresh Idempotency-Key unless told otherwise.
final class Call {

	private final Visitor visitor;

	private final String method;

	private final String path;

	private final Map<String, String> headers = new LinkedHashMap<>();

	private BodyPublisher body = BodyPublishers.noBody();

	private String text = "";

	private Duration timeout = Duration.ofSeconds(30);

	Call(Visitor visitor, String method, String path) {
		this.visitor = visitor;
		this.method = method;
		this.path = path;
		if (method.equals("POST")) {
			key(UUID.randomUUID().toString());
		}
	}

	Call header(String name, String value) {
		this.headers.put(name, value);
		return this;
	}

	Call without(String name) {
		this.headers.remove(name);
		return this;
	}

	Call key(String key) {
		return header("Idempotency-Key", key);
	}

	@Nullable String key() {
		return this.headers.get("Idempotency-Key");
	}

	/// Asks the shop to answer when the matter is settled, or after this many seconds.
	Call waiting(int seconds) {
		return header("Prefer", "wait=" + seconds);
	}

	Call ifMatch(String etag) {
		return header("If-Match", etag);
	}

	Call json(Object value) {
		return body("application/json", Json.write(value));
	}

	Call body(String type, String text) {
		body(type, BodyPublishers.ofString(text));
		this.text = text;
		return this;
	}

	Call body(String type, BodyPublisher publisher) {
		this.body = publisher;
		this.text = "(a stream)";
		return header("Content-Type", type);
	}

	Call timeout(Duration atMost) {
		this.timeout = atMost;
		return this;
	}

	/// Sends it, and again with the same key as long as the shop asks to come back later.
	Answer send() {
		return Patience.DEFAULT.insist(this);
	}

	/// Sends it once; what became of it is unknown when this throws.
	Answer once() throws IOException {
		return this.visitor.exchange(this);
	}

	/// Sends it once, and takes whatever the answer is.
	Answer onceAtAll() {
		try {
			return once();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("No answer to " + this, ex);
		}
	}

	/// Sends it once to something that does not speak as the API does.
	Answer unchecked() {
		try {
			return this.visitor.unchecked(this);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("No answer to " + this, ex);
		}
	}

	HttpRequest request(URI base) {
		var request = HttpRequest.newBuilder(base.resolve(this.path))
			.method(this.method, this.body)
			.timeout(this.timeout);
		this.headers.forEach(request::setHeader);
		return request.build();
	}

	boolean moves() {
		return !this.method.equals("GET") && !this.method.equals("HEAD");
	}

	/// All that is said, but who says it.
	String everything() {
		var everything = new StringBuilder(this.method).append(' ').append(this.path);
		new TreeMap<>(this.headers)
			.forEach((name, value) -> everything.append("\n  ").append(name).append(": ").append(value));
		return (this.text.isEmpty() ? everything : everything.append("\n  ").append(this.text)).toString();
	}

	@Override
	public String toString() {
		return this.method + " " + this.path + (key() == null ? "" : " (key " + key() + ")");
	}

}
