package dev.cleave.acceptance;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/// What the shop answered to one request. Every answer has passed [Etiquette].
final class Answer {

	private final String question;

	private final int status;

	private final HttpHeaders headers;

	private final byte[] body;

	Answer(String question, HttpResponse<byte[]> response) {
		this.question = question;
		this.status = response.statusCode();
		this.headers = response.headers();
		this.body = response.body();
	}

	int status() {
		return this.status;
	}

	byte[] body() {
		return this.body;
	}

	String text() {
		return new String(this.body, StandardCharsets.UTF_8);
	}

	@Nullable String header(String name) {
		return this.headers.firstValue(name).orElse(null);
	}

	/// Headers and body.
	String everything() {
		return this.headers.map() + " " + text();
	}

	/// The same, as people read it.
	String written() {
		var written = new StringBuilder().append(this.status);
		this.headers.map()
			.forEach((name, values) -> values
				.forEach((value) -> written.append("\n  ").append(name).append(": ").append(value)));
		return written.append("\n  ").append(text()).toString();
	}

	/// Whether the matter is still open, and the shop says when to ask again.
	boolean isToComeBackLater() {
		return this.status == 429 || this.status == 503 || this.status == 409 && header("Retry-After") != null;
	}

	List<String> headers(String name) {
		return this.headers.allValues(name);
	}

	/// Of all headers.
	Set<String> names() {
		return this.headers.map().keySet();
	}

	JsonNode json() {
		return Json.read(this.body);
	}

	/// The text at a JSON pointer.
	String text(String pointer) {
		return at(pointer).asString();
	}

	long number(String pointer) {
		return at(pointer).asLong();
	}

	JsonNode at(String pointer) {
		var node = json().at(pointer);
		if (node.isMissingNode()) {
			throw new AssertionError("There is no " + pointer + " in the " + this);
		}
		return node;
	}

	/// Insists on one of these statuses.
	Answer expect(int... statuses) {
		if (IntStream.of(statuses).noneMatch((expected) -> expected == this.status)) {
			throw new AssertionError(
					"Expected " + List.of(IntStream.of(statuses).boxed().toArray()) + ", not the " + this);
		}
		return this;
	}

	/// Insists on a problem with this status and code.
	Answer expectProblem(int expected, String code) {
		expect(expected);
		assertThat(text("/code")).as("code of the %s", this).isEqualTo(code);
		return this;
	}

	boolean isProblem(String code) {
		return this.status >= 400 && text("/code").equals(code);
	}

	/// Insists on a validation problem that points at this place of the body.
	Answer expectFault(String pointer) {
		expect(422);
		assertThat(at("/errors")).as("errors of the %s", this)
			.anySatisfy((error) -> assertThat(error.path("pointer").asString()).isEqualTo(pointer));
		return this;
	}

	@Override
	public String toString() {
		var text = text();
		return "answer " + this.status + " to " + this.question + ": "
				+ (text.length() > 2000 ? text.substring(0, 2000) + "…" : text);
	}

}
