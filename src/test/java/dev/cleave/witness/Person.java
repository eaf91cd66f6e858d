package dev.cleave.witness;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/// Somebody who asks the shop: a machine with a token, or the holder of a session.
final class Person {

	static final String API = "/api/v1";

	private static final HttpClient HTTP = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(2))
		.build();

	private static final Duration PATIENCE = Duration.ofSeconds(8);

	private static final Duration TOKEN_KEPT = Duration.ofMinutes(6);

	private final String name;

	private final URI home;

	private final Map<String, String> cookies = new ConcurrentHashMap<>();

	/// Id and secret of a machine; e-mail and password of a human.
	private final String login;

	private final String secret;

	private volatile @Nullable String token;

	private volatile long since;

	private Person(String name, URI home, String login, String secret) {
		this.name = name;
		this.home = home;
		this.login = login;
		this.secret = secret;
	}

	static Person human(String name, URI home, String email, String password) {
		var person = new Person(name, home, email, password);
		person.signIn();
		return person;
	}

	static Person machine(String name, URI home, String id, String secret) {
		var person = new Person(name, home, id, secret);
		person.token = "";
		return person;
	}

	String name() {
		return this.name;
	}

	/// Does so again if the shop has forgotten the session, or no longer knows the token.
	void signIn() {
		if (this.token != null) {
			this.token = "";
			return;
		}
		this.cookies.clear();
		var body = "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(this.login, this.secret);
		if (ask(this.home, "POST", API + "/auth/session", Map.of(), body).isOk()
				&& !this.cookies.containsKey("XSRF-TOKEN")) {
			ask(this.home, "GET", API + "/auth/session", Map.of(), null);
		}
	}

	/// Asks once.
	Told ask(URI at, String method, String path, Map<String, String> headers, @Nullable String body) {
		var request = HttpRequest.newBuilder(at.resolve(path))
			.timeout(PATIENCE)
			.method(method, (body == null) ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
		if (body != null) {
			request.setHeader("Content-Type", "application/json");
		}
		headers.forEach(request::setHeader);
		try {
			identify(request);
			var answer = HTTP.send(request.build(), BodyHandlers.ofByteArray());
			answer.headers().allValues("Set-Cookie").forEach(this::keep);
			return Told.of(answer);
		}
		catch (IOException ex) {
			return Told.nothing(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private void identify(HttpRequest.Builder request) throws IOException, InterruptedException {
		if (this.token != null) {
			request.setHeader("Authorization", "Bearer " + renewed());
		}
		else if (!this.cookies.isEmpty()) {
			request.setHeader("Cookie",
					this.cookies.entrySet()
						.stream()
						.map((cookie) -> cookie.getKey() + "=" + cookie.getValue())
						.collect(Collectors.joining("; ")));
			request.setHeader("X-XSRF-TOKEN", this.cookies.getOrDefault("XSRF-TOKEN", ""));
		}
	}

	private synchronized String renewed() throws IOException, InterruptedException {
		var held = this.token;
		if (held != null && !held.isEmpty() && System.nanoTime() - this.since < TOKEN_KEPT.toNanos()) {
			return held;
		}
		var credentials = Base64.getEncoder()
			.encodeToString((this.login + ":" + this.secret).getBytes(StandardCharsets.UTF_8));
		var answer = HTTP.send(HttpRequest.newBuilder(this.home.resolve("/oauth2/token"))
			.timeout(PATIENCE)
			.header("Authorization", "Basic " + credentials)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString("grant_type=client_credentials"))
			.build(), BodyHandlers.ofByteArray());
		if (answer.statusCode() == 200) {
			this.since = System.nanoTime();
			this.token = Told.of(answer).text("access_token");
		}
		return String.valueOf(this.token);
	}

	private void keep(String setCookie) {
		var pair = setCookie.split(";", 2)[0].split("=", 2);
		if (pair[1].isEmpty() || setCookie.contains("Max-Age=0")) {
			this.cookies.remove(pair[0]);
		}
		else {
			this.cookies.put(pair[0], pair[1]);
		}
	}

}
