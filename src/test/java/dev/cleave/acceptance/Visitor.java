package dev.cleave.acceptance;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import dev.cleave.transcript.Exchange;

/// Somebody at the shop's door: a stranger, the holder of a session, or a machine with a token.
final class Visitor {

	static final String API = "/api/v1";

	private static final String CSRF_COOKIE = "XSRF-TOKEN";

	private final Door door;

	private final Map<String, String> cookies = new ConcurrentHashMap<>();

	private volatile Supplier<String> bearer = () -> "";

	Visitor(Door door) {
		this.door = door;
	}

	Call get(String path) {
		return ask("GET", API + path);
	}

	Call post(String path) {
		return ask("POST", API + path);
	}

	Call put(String path) {
		return ask("PUT", API + path);
	}

	Call delete(String path) {
		return ask("DELETE", API + path);
	}

	/// Asks for a path that need not be part of the API.
	Call ask(String method, String path) {
		return new Call(this, method, path);
	}

	/// Text as one segment of a path or one value of a query.
	static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}

	Visitor carrying(String token) {
		return carrying(() -> token);
	}

	Visitor carrying(Supplier<String> token) {
		this.bearer = token;
		return this;
	}

	/// Signs in, and leaves with the session's cookie and its CSRF token.
	Visitor signIn(String email, String password) {
		post("/auth/session").without("Idempotency-Key")
			.json(Map.of("email", email, "password", password))
			.send()
			.expect(200);
		if (!this.cookies.containsKey(CSRF_COOKIE)) {
			get("/auth/session").send().expect(200);
		}
		return this;
	}

	/// The same visitor at another door, such as the operators'.
	Visitor at(Door other) {
		var there = new Visitor(other).carrying(this.bearer);
		there.cookies.putAll(this.cookies);
		return there;
	}

	Map<String, String> cookies() {
		return this.cookies;
	}

	Answer exchange(Call call) throws IOException {
		return Etiquette.checked(unchecked(call));
	}

	/// An answer that need not have manners: of the documentation or the operators' port.
	Answer unchecked(Call call) throws IOException {
		var request = this.door.request(call);
		var token = this.bearer.get();
		if (!token.isEmpty()) {
			request.setHeader("Authorization", "Bearer " + token);
		}
		if (!this.cookies.isEmpty()) {
			addCookies(request, call);
		}
		var response = this.door.send(request.build(), BodyHandlers.ofByteArray());
		response.headers().allValues("Set-Cookie").forEach(this::keep);
		var answer = new Answer(call.toString(), response);
		this.door.transcript().add(written(call, answer));
		return answer;
	}

	private Exchange written(Call call, Answer answer) {
		return new Exchange(this, call.everything(), call.moves(), answer.written(), answer.isToComeBackLater(),
				() -> written(call, unchecked(call)));
	}

	private void addCookies(HttpRequest.Builder request, Call call) {
		request.setHeader("Cookie",
				this.cookies.entrySet()
					.stream()
					.map((cookie) -> cookie.getKey() + "=" + cookie.getValue())
					.collect(Collectors.joining("; ")));
		var csrf = this.cookies.get(CSRF_COOKIE);
		if (csrf != null && call.moves()) {
			request.setHeader("X-XSRF-TOKEN", csrf);
		}
	}

	private void keep(String setCookie) {
		var pair = setCookie.split(";", 2)[0].split("=", 2);
		if (pair[1].isEmpty() || setCookie.toLowerCase(Locale.ROOT).contains("max-age=0")) {
			this.cookies.remove(pair[0]);
		}
		else {
			this.cookies.put(pair[0], pair[1]);
		}
	}

}
