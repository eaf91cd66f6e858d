package dev.cleave.acceptance;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import dev.cleave.topology.Layout;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static dev.cleave.acceptance.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

/// Processes that run one module each go on without auth, and start without it: they trust the tokens of all keys that they
/// have heard of.
@Tag("topologies")
class AuthAwayIT {

	/// A question to each of the others.
	private static final Map<String, String> QUESTIONS = Map.of("inventory", "/stock/transfers", "orders", "/orders",
			"reporting", "/reports/stock");

	private static ShopOfCluster system;

	private static Shop shop;

	@BeforeAll
	static void start() {
		system = ShopOfCluster.start(Layout.SPLIT, "--cleave.auth.signing-key-lead=1s");
		shop = new Shop(system);
	}

	@AfterAll
	static void stop() {
		if (shop != null) {
			shop.close();
		}
	}

	@Test
	void leavesTokensOfTheFormerAndTheNewKeyGood() {
		var machine = MachineClient.create(shop, "stock:write", "reports:read");
		var former = tokenOf(machine);
		shop.administrator().post("/auth/signing-keys").json(Map.of()).send().expect(201);
		eventually(() -> assertThat(keyOf(tokenOf(machine))).isNotEqualTo(keyOf(former)));
		var tokens = List.of(former, tokenOf(machine));
		eventually(() -> assertGood(tokens));

		var auth = system.cluster().node("auth-1");
		auth.kill();

		machine.shop().stranger().get("/auth/session").onceAtAll().expect(503);
		assertGood(tokens);
		for (var module : QUESTIONS.keySet()) {
			system.cluster().node(module + "-1").restart();
			system.cluster().balancer().awaitUp(system.cluster().node(module + "-1"));
		}
		assertGood(tokens);
		auth.start();
		auth.awaitReady();
		system.cluster().balancer().awaitUp(auth);
		assertThat(keyOf(tokenOf(machine))).isEqualTo(keyOf(tokens.getLast()));
	}

	private static void assertGood(List<String> tokens) {
		QUESTIONS.forEach((module, question) -> {
			for (var token : tokens) {
				var answer = shop.stranger().carrying(token).get(question).onceAtAll();
				assertThat(answer.status()).as("status of the %s", answer).isEqualTo(200);
				assertThat(answer.header("X-Served-By")).isEqualTo(module + "-1");
			}
			shop.stranger().get(question).onceAtAll().expectProblem(401, "unauthenticated");
		});
	}

	private static String tokenOf(MachineClient machine) {
		return machine.token().expect(200).text("/access_token");
	}

	private static String keyOf(String signed) {
		var header = Base64.getUrlDecoder().decode(signed.substring(0, signed.indexOf('.')));
		return new String(header, StandardCharsets.UTF_8);
	}

}
