package dev.cleave.acceptance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.cleave.acceptance.MatrixRow.Who;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/// Who may call what. The file `security/matrix.txt` has a line for each route of the running application.
@AcceptanceTest
@InOneTopology
class MatrixTests {

	private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

	private final Shop shop;

	MatrixTests(Shop shop) {
		this.shop = shop;
	}

	@BeforeEach
	void knowsTheShop() {
		assumeThat(ShopElsewhere.isNamed()).as("a shop whose callers we can be").isFalse();
	}

	@Test
	@Tag("S2")
	void hasALineForEveryRoute() {
		assumeThat(this.shop.system()).as("a shop whose mappings can be seen").isInstanceOf(StartedShop.class);
		var missing = new TreeSet<>(Route.of(started()));
		MatrixRow.of(Route.of(started())).forEach((row) -> missing.remove(row.route()));

		assertThat(missing).as("routes without a line; answersEveryCallerAsTheMatrixSays prints them").isEmpty();
		assertThat(Route.of(started())).as("routes there are")
			.containsAll(MatrixRow.settled().stream().map(MatrixRow::route).toList());
	}

	@Test
	@Tag("S2")
	void noticesARouteThatIsNew() throws NoSuchMethodException {
		assumeThat(this.shop.system()).as("a shop whose mappings can be seen").isInstanceOf(StartedShop.class);
		var mapping = started().parts(RequestMappingHandlerMapping.class).iterator().next();
		var planted = RequestMappingInfo.paths("/api/v1/planted/{id}")
			.methods(RequestMethod.GET)
			.options(mapping.getBuilderConfiguration())
			.build();
		mapping.registerMapping(planted, this, MatrixTests.class.getDeclaredMethod("knowsTheShop"));
		try {
			assertThat(Route.of(started())).contains(new Route("GET", "/api/v1/planted/{id}"));
			this.shop.administrator().get("/planted/1").send().expect(404);
		}
		finally {
			mapping.unregisterMapping(planted);
		}
	}

	@Test
	@Tag("S1")
	@Tag("S2")
	@Tag("S20")
	void answersEveryCallerAsTheMatrixSays() {
		var tour = new MatrixTour(this.shop);

		var rows = MatrixRow.of(routes());
		var faults = rows.stream()
			.flatMap((row) -> tour.walk(row).stream())
			.collect(Collectors.toCollection(ArrayList::new));
		var missing = new TreeSet<>(routes());
		rows.forEach((row) -> missing.remove(row.route()));
		missing.forEach(
				(route) -> faults.add("has no line, should it be this one?\n" + tour.seen(MatrixRow.unknown(route))));
		faults.addAll(tour.unlistedFields());
		awaitTheRebuild();

		assertThat(String.join("\n\n", faults)).as("what the matrix does not say").isEmpty();
	}

	@Test
	@Tag("S2")
	@Tag("S44")
	void allowsNoMethodThatIsNotDeclared() {
		var machine = this.shop.machine("reports:read");
		var paths = new TreeMap<String, Set<String>>();
		routes().stream()
			.filter((route) -> !route.isOperators() && !route.isProbe())
			.forEach((route) -> paths
				.computeIfAbsent(route.path().replaceAll("\\{[^/]*\\}", "1"), (_) -> new TreeSet<>())
				.add(route.method()));
		// Other patterns that fit the same address.
		paths.forEach((path, methods) -> paths.forEach((other, more) -> {
			if (fits(other, path) || fits(path, other)) {
				methods.addAll(more);
			}
		}));

		paths.forEach(
				(path, methods) -> METHODS.stream().filter((method) -> !methods.contains(method)).forEach((method) -> {
					var answer = List.of(this.shop.stranger(), machine)
						.stream()
						.map((who) -> who.ask(method, path).onceAtAll())
						.toList();
					assertThat(answer).as("%s %s", method, path)
						.allSatisfy((one) -> assertThat(one.status()).as("the %s", one).isIn(404, 405));
				}));
	}

	@Test
	@Tag("S19")
	void setsNothingThatRequestsDoNotHave() {
		var owner = this.shop.customer();
		var seeds = new Seeds(this.shop, owner, owner.get("/auth/session").send().text("/account/email"));
		var administrator = this.shop.administrator();

		for (var row : MatrixRow.of(routes())) {
			if (!row.isJson() || !row.route().isOfTheApi() || row.statuses().get(Who.ADMIN) >= 400) {
				continue;
			}
			for (var field : List.of("role", "owner", "passwordHash", "createdAt", "version", "status", "unitPrice")) {
				var body = new TreeMap<String, Object>();
				Json.read(seeds.body(row.body()).getBytes(java.nio.charset.StandardCharsets.UTF_8))
					.properties()
					.forEach((property) -> body.put(property.getKey(), property.getValue()));
				if (body.put(field, "ADMIN") != null) {
					continue;
				}
				administrator.ask(row.route().method(), seeds.path(row.route(), false))
					.ifMatch("*")
					.json(body)
					.send()
					.expectProblem(400, "field-unknown");
			}
		}
	}

	/// An administrator has asked for one, which others must not meet.
	private void awaitTheRebuild() {
		Eventually.within(Duration.ofMinutes(2),
				() -> assertThat(this.shop.administrator().get("/reports/rebuild").send().text("/status"))
					.isEqualTo("serving"));
	}

	private static boolean fits(String address, String other) {
		return other.contains("/1") && address.matches(other.replaceAll("/1(?=/|$)", "/[^/]+"));
	}

	/// Of a shop of processes we know what is written down. Its operators meet each
	/// process by itself.
	private Set<Route> routes() {
		return (this.shop.system() instanceof StartedShop started) ? Route.of(started)
				: MatrixRow.settled()
					.stream()
					.map(MatrixRow::route)
					.filter((route) -> !route.isOperators())
					.collect(Collectors.toCollection(TreeSet::new));
	}

	private StartedShop started() {
		return (StartedShop) this.shop.system();
	}

}
