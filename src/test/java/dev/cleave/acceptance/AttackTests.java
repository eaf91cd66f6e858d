package dev.cleave.acceptance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static dev.cleave.acceptance.Json.map;
import static org.assertj.core.api.Assertions.assertThat;

/// Attacks that take minutes: `./mvnw verify -Pattack`. All of them use one shop in this JVM.
@AcceptanceTest
@InOneTopology
@Tag("attack")
class AttackTests {

	private static final Duration FUZZING = Duration.ofMinutes(2);

	private static final String LEFT_ALONE = "/api/v1/(reports/rebuild|auth/(session|sessions/.*|session/.*|password.*|second-factor.*|signing-keys.*))";

	private static final int SIGN_INS = 200;

	private static final int ACCOUNTS = 40;

	private static final int PLACINGS = 1_000;

	private static final int BUYERS = 2;

	private final Shop shop;

	AttackTests(Shop shop) {
		this.shop = shop;
	}

	/// One place of each kind; the star is where sqlmap writes.
	static Stream<Arguments> places() {
		var order = "{\"lines\":[{\"sku\":\"%s\",\"quantity\":1}],\"reference\":\"%s\"}";
		return Stream.of(Arguments.of("a text in the query", "/products?q=a*", List.of()),
				Arguments.of("a filter in the query", "/orders?customer=a*", List.of()),
				Arguments.of("an enum in the query", "/orders?status=PENDING*", List.of()),
				Arguments.of("a date in the query", "/reports/sales?from=2026-01-01*&to=2026-02-01", List.of()),
				Arguments.of("a grouping in the query", "/reports/sales?from=2026-01-01&to=2026-02-01&by=day*",
						List.of()),
				Arguments.of("a number in the query", "/products?limit=1*", List.of()),
				Arguments.of("a cursor", "/products?limit=1&cursor=a*", List.of()),
				Arguments.of("a path", "/products/a*", List.of()),
				Arguments.of("an id in a path", "/orders/a*", List.of()),
				Arguments.of("a header", "/orders?limit=1", List.of("--header=Cleave-Position: a*")),
				Arguments.of("a cookie", "/orders?limit=1", List.of("--cookie=SESSION=a*")),
				Arguments.of("a text in a body", "/orders",
						List.of("--header=Idempotency-Key: sqlmap", "--data=" + order.formatted("a*", "b"))),
				Arguments.of("a key in a header", "/orders",
						List.of("--header=Idempotency-Key: a*", "--data=" + order.formatted("a", "b"))));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("places")
	@Tag("S3")
	void letsSqlmapInNowhere(String name, String path, List<String> options) {
		var token = MachineClient.create(this.shop, "orders:write", "reports:read").token().text("/access_token");
		var all = new ArrayList<>(options);
		all.addAll(List.of("--header=Content-Type: application/json",
				"--url=" + this.shop.system().nodes().getFirst().resolve("/api/v1" + path)));
		// Of several --header options the last counts; --headers takes them all.
		var headers = all.stream()
			.filter((option) -> option.startsWith("--header="))
			.map((option) -> option.substring("--header=".length()))
			.toList();
		all.removeIf((option) -> option.startsWith("--header="));
		all.add("--headers=" + String.join("\n", headers)
				+ (name.equals("a cookie") ? "" : "\nAuthorization: Bearer " + token));

		var said = Sqlmap.attack(name, all);

		assertThat(said).as(name)
			.doesNotContain("identified the following injection point", "is vulnerable")
			.containsAnyOf("all tested parameters do not appear to be injectable", "does not seem to be injectable");
	}

	@Test
	@Tag("S3")
	@Tag("S21")
	void answersNothingWithAFailureForLong() {
		var owner = this.shop.customer();
		var seeds = new Seeds(this.shop, owner, owner.get("/auth/session").send().text("/account/email"));
		var fuzz = new Fuzz(seeds, Descriptions.of(this.shop), LEFT_ALONE);
		var seed = Long.getLong("cleave.seed", System.nanoTime());
		var end = System.nanoTime() + FUZZING.toNanos();
		var found = new ConcurrentSkipListMap<Long, String>();

		Crowd.of(4).each((number) -> {
			var attempt = seed + number;
			for (; System.nanoTime() < end && found.size() < 10; attempt += 4) {
				try {
					fuzz.attempt(this.shop.administrator(), attempt);
				}
				catch (AssertionError ex) {
					found.put(attempt, String.valueOf(ex.getMessage()));
				}
			}
			return attempt;
		});

		assertThat(String.join("\n", found.values())).isEmpty();
	}

	/// The quiet figure is measured in the same run. One repeat, as two cores are few.
	@Test
	@Tag("S6")
	void placesOrdersWhileTwoHundredSignIn() {
		var emails = IntStream.range(0, ACCOUNTS).mapToObj((_) -> Shop.unique("crowd") + "@example.org").toList();
		emails.forEach(this.shop::register);
		// Compiled code is what is compared.
		placings(new AtomicBoolean(), PLACINGS);
		var rounds = new TreeMap<Double, String>();
		for (var round = 0; round < 2 && (round == 0 || rounds.firstKey() > 2); round++) {
			var quiet = percentile(placings(new AtomicBoolean(), PLACINGS));
			var done = new AtomicBoolean();
			var busy = CompletableFuture.supplyAsync(() -> placings(done, Integer.MAX_VALUE));
			var signedIn = Crowd.of(SIGN_INS)
				.each((number) -> new Patience(Duration.ofMinutes(3), Duration.ofSeconds(30), false)
					.insist(this.shop.stranger()
						.post("/auth/session")
						.without("Idempotency-Key")
						.json(map("email", emails.get(number % ACCOUNTS), "password", Shop.password())))
					.status());
			done.set(true);
			assertThat(signedIn).containsOnly(200);
			var loud = percentile(busy.join());
			rounds.put(loud / quiet,
					"p99 %.1f ms while they sign in, %.1f ms when all is quiet".formatted(loud, quiet));
		}

		System.getLogger(AttackTests.class.getName()).log(System.Logger.Level.INFO, rounds.values());
		assertThat(rounds.firstKey()).as("%s", rounds).isLessThanOrEqualTo(2);
	}

	/// Milliseconds of each placing; every one succeeds.
	private double[] placings(AtomicBoolean done, int most) {
		var sku = this.shop.clerk().offersSeveral(1, 1, 1_000_000).getFirst();
		var buyer = this.shop.machine("orders:write");
		var position = this.shop.position();
		return Crowd.of(BUYERS)
			.each((_) -> LongStream.range(0, most / BUYERS)
				.takeWhile((_) -> !done.get())
				.mapToDouble((_) -> placing(buyer, sku, position))
				.toArray())
			.stream()
			.flatMapToDouble(Arrays::stream)
			.toArray();
	}

	private static double placing(Visitor buyer, String sku, String position) {
		var began = System.nanoTime();
		buyer.post("/orders")
			.header("Cleave-Position", position)
			.json(Basket.of(sku, 1).json())
			.onceAtAll()
			.expect(201);
		return (System.nanoTime() - began) / 1e6;
	}

	private static double percentile(double[] times) {
		var sorted = times.clone();
		Arrays.sort(sorted);
		return sorted[(int) (sorted.length * 0.99)];
	}

}
