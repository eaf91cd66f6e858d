package dev.cleave.acceptance;

import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static dev.cleave.acceptance.Json.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/// Codes of an app on top of the password.
@AcceptanceTest
@Tag("S40")
class SecondFactorTests {

	private static final String FACTOR = "/auth/second-factor";

	private final Shop shop;

	private final String email = Shop.unique("ada") + "@example.org";

	SecondFactorTests(Shop shop) {
		this.shop = shop;
	}

	@BeforeEach
	void register() {
		this.shop.register(this.email);
	}

	@Test
	void asksForACodeOnceItIsConfirmed() {
		var ada = signIn();
		assertThat(ada.get(FACTOR).send().expect(200).at("/enrolled").asBoolean()).isFalse();
		var begun = ada.post(FACTOR).send().expect(200);
		var app = new Authenticator(begun.text("/secret"));
		assertThat(begun.text("/uri")).startsWith("otpauth://totp/Cleave:").contains("secret=" + app.secret());
		signIn();

		confirm(ada, "nonsense").expectProblem(422, "code-wrong");
		var codes = codes(confirm(ada, app.code()));

		assertThat(codes).hasSize(10).doesNotHaveDuplicates();
		signIn(Map.of()).expectProblem(401, "second-factor-required");
		signIn(Map.of("code", "000")).expectProblem(401, "second-factor-wrong");
		signIn(Map.of("code", app.nextCode(), "password", "not the password at all")).expectProblem(401,
				"credentials-wrong");
		signIn(Map.of("code", app.nextCode())).expect(200);
		assertThat(ada.get(FACTOR).send().expect(200).at("/enrolled").asBoolean()).isTrue();
	}

	@Test
	void takesEachCodeOnceHoweverManyShowItAtOnce() {
		var app = enrol(signIn());
		var code = app.nextCode();

		var answers = Crowd.of(5)
			.each((_) -> this.shop.stranger()
				.post("/auth/session")
				.json(map("email", this.email, "password", Shop.password(), "code", code))
				.onceAtAll()
				.status());

		assertThat(Collections.frequency(answers, 200)).isOne();
		assertThat(answers).isSubsetOf(200, 401, 429, 503);
	}

	@Test
	void takesNoCodeThatConfirmedIt() {
		var ada = signIn();
		var app = new Authenticator(ada.post(FACTOR).send().expect(200).text("/secret"));
		var code = app.code();
		confirm(ada, code).expect(200);

		signIn(Map.of("code", code)).expectProblem(401, "second-factor-wrong");
	}

	@Test
	void letsInWithARecoveryCodeOnce() {
		var ada = signIn();
		var codes = recoveryCodes(ada);

		signIn(Map.of("code", codes.getFirst().toLowerCase().replace('-', ' '))).expect(200);
		signIn(Map.of("code", codes.getFirst())).expectProblem(401, "second-factor-wrong");

		assertThat(ada.get(FACTOR).send().expect(200).number("/recoveryCodes")).isEqualTo(9);
		var renewed = codes(ada.post(FACTOR + "/recovery-codes").send());
		assertThat(renewed).hasSize(10);
		signIn(Map.of("code", codes.get(1))).expectProblem(401, "second-factor-wrong");
		signIn(Map.of("code", renewed.getFirst())).expect(200);
	}

	@Test
	void isThereOrNotAndEndsOtherSessionsWhenItChanges() {
		var ada = signIn();
		var elsewhere = signIn();
		confirm(ada, "000000").expectProblem(409, "second-factor-not-begun");
		ada.delete(FACTOR).send().expectProblem(404, "not-found");
		ada.post(FACTOR + "/recovery-codes").send().expectProblem(404, "not-found");
		var former = ada.cookies().get("SESSION");

		var codes = recoveryCodes(ada);

		assertThat(ada.cookies().get("SESSION")).isNotEqualTo(former);
		elsewhere.get("/auth/session").send().expect(401);
		ada.post(FACTOR).send().expectProblem(409, "second-factor-enrolled");
		var second = signedIn(Map.of("code", codes.getFirst()));
		ada.delete(FACTOR).send().expect(204);
		second.get("/auth/session").send().expect(401);
		signIn(Map.of()).expect(200);
		this.shop.stranger().get(FACTOR).send().expectProblem(401, "unauthenticated");
		this.shop.machine("reports:read").get(FACTOR).send().expectProblem(403, "forbidden");
	}

	@Test
	void provesWhoItIsWhereThereIsOne() {
		assumeThat(ShopElsewhere.isNamed()).as("its sessions are out of reach").isFalse();
		var ada = signIn();
		var codes = recoveryCodes(ada);
		Redis.ageProof(ada.cookies().get("SESSION"));

		ada.delete(FACTOR).send().expectProblem(403, "proof-required");
		prove(ada, Map.of("password", Shop.password())).expectProblem(403, "second-factor-required");
		prove(ada, Map.of("code", "000000")).expectProblem(403, "proof-wrong");
		prove(ada, Map.of("code", codes.getFirst())).expect(204);

		ada.delete(FACTOR).send().expect(204);
		prove(ada, Map.of()).expectFault("/password");
	}

	/// Who has the password can't try all codes, and keeps the owner's browser out with
	/// none.
	@Test
	void takesNoMoreGuessesAfterAFew() {
		var ada = signIn();
		var app = enrol(ada);

		var answers = Collections.nCopies(12, "123456")
			.stream()
			.map((code) -> this.shop.stranger()
				.post("/auth/session")
				.json(map("email", this.email, "password", Shop.password(), "code", code))
				.onceAtAll()
				.status())
			.toList();

		assertThat(answers).contains(401).endsWith(429);
		assertThat(Collections.frequency(answers, 401)).isLessThan(11);
		signIn(ada, Map.of("code", app.nextCode())).expect(200);
	}

	@Test
	void keepsItsSecretsWhereNobodyReadsThemAndForgetsThemWithTheAccount() {
		assumeThat(ShopElsewhere.isNamed()).as("cannot be looked into from here").isFalse();
		var checker = this.shop.system().checker().orElseThrow();
		var ada = signIn();
		var app = new Authenticator(ada.post(FACTOR).send().expect(200).text("/secret"));
		var codes = codes(confirm(ada, app.code()));
		var id = ada.get("/auth/session").send().expect(200).text("/account/id");

		assertThat(checker.placesOf(id)).contains("auth.second_factor", "auth.recovery_code");
		assertThat(checker.placesOf(app.secret())).isEmpty();
		assertThat(checker.placesOf(codes.getFirst())).isEmpty();
		assertThat(checker.placesOf(codes.getFirst().replace("-", ""))).isEmpty();
		this.shop.erase(ada).expect(204);

		assertThat(checker.placesOf(id)).doesNotContain("auth.second_factor", "auth.recovery_code");
	}

	private Authenticator enrol(Visitor visitor) {
		var app = new Authenticator(visitor.post(FACTOR).send().expect(200).text("/secret"));
		confirm(visitor, app.code()).expect(200);
		return app;
	}

	private List<String> recoveryCodes(Visitor visitor) {
		var app = new Authenticator(visitor.post(FACTOR).send().expect(200).text("/secret"));
		return codes(confirm(visitor, app.code()));
	}

	private static List<String> codes(Answer answer) {
		return answer.expect(200).at("/recoveryCodes").values().stream().map((code) -> code.asString()).toList();
	}

	private static Answer confirm(Visitor visitor, String code) {
		return visitor.post(FACTOR + "/confirmation").json(map("code", code)).send();
	}

	private static Answer prove(Visitor visitor, Map<String, String> proof) {
		return visitor.post("/auth/session/proof").json(proof).send();
	}

	private Visitor signIn() {
		return this.shop.stranger().signIn(this.email, Shop.password());
	}

	private Answer signIn(Map<String, String> more) {
		return signIn(this.shop.stranger(), more);
	}

	private Visitor signedIn(Map<String, String> more) {
		var visitor = this.shop.stranger();
		signIn(visitor, more).expect(200);
		return visitor;
	}

	private Answer signIn(Visitor visitor, Map<String, String> more) {
		var credentials = map("email", this.email, "password", Shop.password());
		credentials.putAll(more);
		return visitor.post("/auth/session").without("Idempotency-Key").json(credentials).send();
	}

}
