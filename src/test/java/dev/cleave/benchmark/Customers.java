package dev.cleave.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;

import static org.assertj.core.api.Assertions.assertThat;

/// People with an account, and with the cookies of a session once they have signed in.
final class Customers {

	private static final String PASSWORD = "correct horse battery staple 7";

	private static final String JSON = "application/json";

	private final Stand stand;

	private final List<String> emails = new ArrayList<>();

	private final List<String> sessions = new ArrayList<>();

	private Customers(Stand stand) {
		this.stand = stand;
	}

	/// Registers so many.
	static Customers of(Stand stand, int number) {
		var customers = new Customers(stand);
		var unique = Long.toString(System.nanoTime(), Character.MAX_RADIX);
		try (var wire = new Wire(stand.address())) {
			for (var one = 0; one < number; one++) {
				var email = "customer-%s-%d@example.org".formatted(unique, one);
				assertThat(wire.exchange(Http.post("/api/v1/auth/accounts", "", JSON,
						"{\"email\":\"%s\",\"password\":\"%s\",\"name\":\"Somebody\"}".formatted(email, PASSWORD))))
					.as(wire.body())
					.isEqualTo(202);
				customers.emails.add(email);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return customers;
	}

	/// The request by which any of them signs in.
	byte[] signIn() {
		return signIn(this.emails.get(ThreadLocalRandom.current().nextInt(this.emails.size())));
	}

	private static byte[] signIn(String email) {
		return Http.post("/api/v1/auth/session", "", JSON,
				"{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, PASSWORD));
	}

	/// Signs all of them in.
	Customers signedIn() {
		try (var wire = new Wire(this.stand.address())) {
			for (var email : this.emails) {
				assertThat(wire.exchange(signIn(email))).as(wire.body()).isEqualTo(200);
				var cookies = cookies(wire, new TreeMap<>());
				wire.exchange(Http.get("/api/v1/auth/session", "Cookie: " + header(cookies) + "\r\n"));
				cookies(wire, cookies);
				this.sessions.add("Cookie: %s\r\nX-XSRF-TOKEN: %s\r\n".formatted(header(cookies),
						cookies.getOrDefault("XSRF-TOKEN", "none")));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return this;
	}

	/// Header lines of any of them.
	String session() {
		return this.sessions.get(ThreadLocalRandom.current().nextInt(this.sessions.size()));
	}

	private static Map<String, String> cookies(Wire wire, Map<String, String> known) {
		for (var cookie : wire.header("Set-Cookie")) {
			var pair = cookie.split(";", 2)[0].split("=", 2);
			known.put(pair[0], pair[1]);
		}
		return known;
	}

	private static String header(Map<String, String> cookies) {
		return String.join("; ", cookies.entrySet().stream().map(one -> one.getKey() + "=" + one.getValue()).toList());
	}

}
