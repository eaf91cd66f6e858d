package dev.cleave.acceptance;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import dev.cleave.Cleave;
import dev.cleave.TestServers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

import static dev.cleave.acceptance.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

/// Each module by itself, on its own database and with nothing but its own login, while all others are stopped. What it
/// needs of them, the keys that sign tokens, it has heard while they ran.
class AloneTests {

	static final List<String> MODULES = Topology.MODULES;

	private static final String SCOPES = "stock:write reports:read";

	/// A question that only this module answers, to whoever has the scopes.
	private static final Map<String, String> QUESTIONS = Map.of("auth", "/auth/sessions", "inventory",
			"/stock/transfers", "orders", "/orders", "reporting", "/reports/stock");

	/// Settings with which a module does not start.
	private static final Map<String, String> BLUNDERS = Map.of("auth", "cleave.auth.signing-key-lifetime=1s",
			"inventory", "cleave.inventory.verify-every=blunder", "orders", "cleave.orders.payment-window=blunder",
			"reporting", "cleave.reporting.currency=blunder");

	private static final Map<String, String> DATABASES = Topology.FOUR_DATABASES.databases();

	private static String token;

	private static String tokenOfTheNextKey;

	@BeforeAll
	static void runTogetherForAWhile() {
		try (var shop = new Shop(StartedShop.start(DATABASES,
				List.of("--cleave.auth.signing-key-lead=1s", "--cleave.sample-shop=false")))) {
			var machine = MachineClient.create(shop, SCOPES.split(" "));
			token = tokenOf(machine);
			shop.administrator().post("/auth/signing-keys").json(Map.of()).send().expect(201);
			eventually(() -> assertThat(keyOf(tokenOf(machine))).isNotEqualTo(keyOf(token)));
			tokenOfTheNextKey = tokenOf(machine);
			MODULES.forEach(module -> eventually(
					() -> assertThat(new Tables(DATABASES).number(module, "SELECT count(*) FROM trusted_key"))
						.isEqualTo(2)));
		}
	}

	@Tag("S4")
	@ParameterizedTest
	@FieldSource("MODULES")
	void answersWhatIsItsOwnAndHasNothingOfTheOthers(String module) {
		try (var process = start(module); var door = new Door(List.of(address(process, "local.server.port")))) {
			var stranger = new Visitor(door);
			stranger.ask("GET", "/readyz").send().expect(200);
			for (var good : List.of(token, tokenOfTheNextKey)) {
				new Visitor(door).carrying(good).get(QUESTIONS.get(module)).send().expect(200);
			}
			stranger.get(QUESTIONS.get(module)).send().expectProblem(401, "unauthenticated");
			for (var other : MODULES.stream().filter(name -> !name.equals(module)).toList()) {
				stranger.get(QUESTIONS.get(other)).send().expectProblem(404, "not-found");
				new Visitor(door).carrying(token).get(QUESTIONS.get(other)).send().expectProblem(404, "not-found");
				stranger.ask("GET", "/v3/api-docs/" + other).send().expectProblem(404, "not-found");
			}
			assertDescribes(module, stranger);
			assertThat(process.getBeansOfType(DataSource.class)).containsOnlyKeys(module + "DataSource");
			assertThat(Arrays.stream(process.getBeanDefinitionNames())
				.map(process::getType)
				.filter(type -> type != null && isOfAnother(type.getName(), module))).isEmpty();
		}
		assertThat(new Tables(DATABASES).text(module, """
				SELECT string_agg(nspname, ' ') FROM pg_namespace
				WHERE nspname IN ('auth', 'inventory', 'orders', 'reporting')""")).isEqualTo(module);
	}

	private static void assertDescribes(String module, Visitor stranger) {
		var description = stranger.ask("GET", "/v3/api-docs/" + module).send().expect(200).json();
		assertThat(description.at("/info/title").asString()).isEqualTo("Cleave: " + module);
		assertThat(description.path("paths").propertyNames()).contains("/api/v1" + QUESTIONS.get(module))
			.doesNotContainAnyElementsOf(MODULES.stream()
				.filter(name -> !name.equals(module))
				.map(QUESTIONS::get)
				.map("/api/v1"::concat)
				.toList());

		var page = stranger.ask("GET", "/v3/api-docs/swagger-config").send().expect(200).json();
		assertThat(page.path("urls.primaryName").asString()).isEqualTo(module);
		assertThat(page.path("urls").valueStream().map(entry -> entry.path("url").asString()))
			.containsExactlyInAnyOrderElementsOf(MODULES.stream().map("/v3/api-docs/"::concat).toList());
	}

	private static boolean isOfAnother(String className, String module) {
		return MODULES.stream()
			.anyMatch(other -> !other.equals(module) && className.startsWith("dev.cleave." + other + "."));
	}

	private static ConfigurableApplicationContext start(String module) {
		var settings = new ArrayList<>(List.of("--cleave.modules=" + module, "--server.port=0",
				"--management.server.port=0", "--cleave.local.postgres=off", "--cleave.local.redis=off",
				"--cleave.migrate=check", "--spring.data.redis.host=127.0.0.1",
				"--spring.data.redis.port=" + TestServers.redisPort(), "--cleave.messaging.missing-sources=ignore"));
		settings.add("--cleave.persistence." + module + ".url=" + DATABASES.get(module));
		BLUNDERS.forEach((other, blunder) -> {
			if (!other.equals(module)) {
				settings.add("--" + blunder);
				settings.add("--cleave.persistence." + other + ".url=blunder");
			}
		});
		return SpringApplication.run(Cleave.class, settings.toArray(String[]::new));
	}

	private static URI address(ConfigurableApplicationContext process, String port) {
		return URI.create("http://127.0.0.1:" + process.getEnvironment().getRequiredProperty(port));
	}

	private static String tokenOf(MachineClient machine) {
		return machine.token().expect(200).text("/access_token");
	}

	private static String keyOf(String signed) {
		var header = Base64.getUrlDecoder().decode(signed.substring(0, signed.indexOf('.')));
		return JsonMapper.shared().readTree(header).path("kid").asString();
	}

}
