package dev.cleave.acceptance;

import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static dev.cleave.acceptance.Json.map;
import static org.assertj.core.api.Assertions.assertThat;

/// A shop whose administrators can't do without a second factor.
@Tag("S40")
class SecondFactorDutyTests {

	private static final String FACTOR = "/auth/second-factor";

	private static final String CODE = "second-factor-enrolment-required";

	@Test
	void letsWhoeverNeedsASecondFactorDoNothingBeforeThereIsOne() {
		var started = StartedShop.start(Topology.ONE_DATABASE.databases(),
				List.of("--cleave.auth.second-factor-for=ADMIN"));
		try (var shop = new Shop(started); var door = new Door(List.of(started.management()))) {
			var admin = shop.stranger().signIn(started.administratorEmail(), started.administratorPassword());
			var operator = new Visitor(door);

			assertThat(admin.get("/auth/session").send().expect(200).at("/secondFactorMissing").asBoolean()).isTrue();
			assertThat(admin.get(FACTOR).send().expect(200).at("/required").asBoolean()).isTrue();
			admin.get("/auth/accounts").send().expectProblem(403, CODE);
			admin.post("/stock/sku/adjustments").json(map("quantity", 1)).send().expectProblem(403, CODE);
			operator.cookies().putAll(admin.cookies());
			retry(operator).expectProblem(403, CODE);

			var app = new Authenticator(admin.post(FACTOR).send().expect(200).text("/secret"));
			admin.post(FACTOR + "/confirmation").json(map("code", app.code())).send().expect(200);

			admin.get("/auth/accounts").send().expect(200);
			operator.cookies().putAll(admin.cookies());
			retry(operator).expect(200);
			assertThat(admin.get("/auth/session").send().expect(200).json().has("secondFactorMissing")).isFalse();
			admin.delete(FACTOR).send().expect(204);
			admin.get("/auth/accounts").send().expectProblem(403, CODE);
			assertThat(shop.customer().get("/auth/session").send().json().has("secondFactorMissing")).isFalse();
		}
	}

	private static Answer retry(Visitor visitor) {
		return visitor.ask("POST", "/actuator/messaging/orders.catalogue").json(map("action", "retry")).send();
	}

}
