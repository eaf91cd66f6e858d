package dev.cleave.auth.domain;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.cleave.TestServers;
import dev.cleave.auth.AccountId;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/// A shop with a mail server: addresses are verified, passwords reset, owners told; and nobody learns who has an account.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "management.server.port=0", "spring.data.redis.host=127.0.0.1", "spring.mail.host=127.0.0.1",
				"cleave.auth.throttle.enabled=false", "cleave.auth.pages=https://shop.example" })
class AccountLettersTests {

	private static final String PASSWORD = "a password of some length";

	private static final String OTHER = "another password, as long";

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final Logger LOG = LoggerFactory.getLogger(AccountLettersTests.class);

	/// So many standard deviations are exceeded by chance once in a hundred times.
	private static final double LIKELY = 2.576;

	private static final GreenMail MAIL = new GreenMail(patient());

	private final HttpClient http = HttpClient.newHttpClient();

	private final String email = UUID.randomUUID() + "@example.com";

	private final JdbcClient jdbc;

	private final ErasingAccounts erasing;

	private final ChangingPasswords changing;

	private final ExpiredTokens expired;

	private final URI base;

	AccountLettersTests(@Autowired JdbcClient jdbc, @Autowired ErasingAccounts erasing,
			@Autowired ChangingPasswords changing, @Autowired ExpiredTokens expired, @LocalServerPort int port) {
		this.jdbc = jdbc;
		this.changing = changing;
		this.erasing = erasing;
		this.expired = expired;
		this.base = URI.create("http://127.0.0.1:" + port);
	}

	@DynamicPropertySource
	static void servers(DynamicPropertyRegistry properties) {
		MAIL.start();
		properties.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
		properties.add("spring.datasource.url", TestServers::freshDatabase);
		properties.add("spring.datasource.username", () -> "postgres");
		properties.add("spring.data.redis.port", TestServers::redisPort);
	}

	@AfterAll
	static void closeTheMailServer() {
		MAIL.stop();
	}

	@Test
	@Tag("S30")
	void letsNobodyInWhoHasNotFollowedTheLink() {
		register(PASSWORD);
		var token = token("confirm your address", 1);

		assertThat(signIn(PASSWORD).statusCode()).isEqualTo(401);
		assertThat(verify(token)).isEqualTo(204);
		assertThat(verify(token)).isEqualTo(422);

		var session = signIn(PASSWORD);
		assertThat(session.statusCode()).isEqualTo(200);
		assertThat(JsonMapper.shared().readTree(session.body()).at("/account/emailVerified").booleanValue()).isTrue();
		assertThat(this.jdbc.sql("SELECT count(*) FROM pending_registration WHERE email = ?")
			.param(this.email)
			.query(Integer.class)
			.single()).isZero();
	}

	/// The owner's letter is the sixth, so he follows one of those that strangers caused.
	@Test
	@Tag("S30")
	void letsNobodyTakeAnAddressBeforeItsOwner() {
		IntStream.range(0, 5).forEach(number -> register(OTHER));
		register(PASSWORD);
		var strangers = token("confirm your address", 1);
		var another = token("confirm your address", 2);

		assertThat(verify(strangers)).isEqualTo(204);

		assertThat(verify(another)).isEqualTo(422);
		assertThat(signIn(OTHER).statusCode()).isEqualTo(401);
		assertThat(signIn(PASSWORD).statusCode()).isEqualTo(401);
		assertThat(reset(token("new password", 1), PASSWORD)).isEqualTo(204);
		assertThat(signIn(OTHER).statusCode()).isEqualTo(401);
		assertThat(signIn(PASSWORD).statusCode()).isEqualTo(200);
	}

	/// Those links are still good, and came in the quarter of an hour before.
	@Test
	void writesToTheOwnerHoweverLongStrangersAsk() {
		this.jdbc.sql("""
				INSERT INTO pending_registration (token_hash, email, name, password_hash, expires_at)
				SELECT convert_to(? || n, 'UTF8'), ?, 'Joe', 'none',
					date_bin('15 min', now(), to_timestamp(0)) + interval '15 min' - interval '1 s'
				FROM generate_series(1, 9) AS n""").param(this.email).param(this.email).update();

		register(PASSWORD);

		assertThat(verify(token("confirm your address", 1))).isEqualTo(204);
	}

	@Test
	void asksWhoeverRegisteredWithoutAMailServerForTheProof() {
		join();
		this.jdbc.sql("UPDATE account SET verified_at = NULL WHERE email = ?").param(this.email).update();

		assertThat(signIn(OTHER).statusCode()).isEqualTo(401);
		assertThat(signIn(PASSWORD).statusCode()).isEqualTo(403);
		assertThat(verify(token("confirm your address", 2))).isEqualTo(204);

		assertThat(signIn(PASSWORD).statusCode()).isEqualTo(200);
	}

	@Test
	@Tag("S11")
	void tellsTheOwnerOfASecondRegistrationAndNobodyElse() {
		var first = register(PASSWORD);
		verify(token("confirm your address", 1));

		var second = register(OTHER);

		assertThat(second.statusCode()).isEqualTo(first.statusCode()).isEqualTo(202);
		assertThat(second.body()).isEqualTo(first.body());
		assertThat(letter("have an account already", 1)).doesNotContain("#");
		assertThat(signIn(OTHER).statusCode()).isEqualTo(401);
		assertThat(signIn(PASSWORD).statusCode()).isEqualTo(200);
	}

	@Test
	@Tag("S30")
	void resetsAPasswordOnceAndEndsAllSessions() {
		join();
		var here = cookies(signIn(PASSWORD));
		assertThat(requestReset(this.email)).isEqualTo(202);
		var token = token("new password", 1);

		assertThat(reset(token, "1qaz2wsx3edc")).isEqualTo(422);
		assertThat(reset(token, OTHER)).isEqualTo(204);
		assertThat(reset(token, PASSWORD)).isEqualTo(422);

		assertThat(send("GET", "/api/v1/auth/session", null, here).statusCode()).isEqualTo(401);
		assertThat(signIn(PASSWORD).statusCode()).isEqualTo(401);
		assertThat(signIn(OTHER).statusCode()).isEqualTo(200);
		assertThat(letter("password was changed", 1)).contains("signed in elsewhere");
	}

	@Test
	@Tag("S30")
	void takesNoTokenThatIsOldOrForSomethingElse() {
		join();
		requestReset(this.email);
		var token = token("new password", 1);

		assertThat(verify(token)).isEqualTo(422);
		assertThat(reset("A".repeat(43), OTHER)).isEqualTo(422);
		this.jdbc.sql("UPDATE account_token SET expires_at = now() WHERE account_id = ?").param(id().value()).update();

		assertThat(reset(token, OTHER)).isEqualTo(422);
		assertThat(signIn(PASSWORD).statusCode()).isEqualTo(200);
	}

	@Test
	@Tag("S30")
	void keepsOnlyTheHashOf256RandomBitsForAQuarterOfAnHour() {
		join();
		requestReset(this.email);
		requestReset(this.email);
		var tokens = List.of(token("new password", 1), token("new password", 2));

		assertThat(tokens).doesNotHaveDuplicates().allSatisfy(token -> assertThat(token).matches("[A-Za-z0-9_-]{43}"));
		var rows = this.jdbc
			.sql("""
					SELECT encode(token_hash, 'hex') || ' ' || encode(token_hash, 'base64') || ' ' || t::text FROM account_token AS t
					WHERE expires_at BETWEEN now() + interval '10 min' AND now() + interval '15 min'
					""")
			.query((row, number) -> row.getString(1))
			.list();
		assertThat(rows).hasSizeGreaterThanOrEqualTo(2).noneMatch(row -> tokens.stream().anyMatch(row::contains));
	}

	@Test
	void changesAPasswordAndEndsTheOtherSessions() {
		join();
		var here = cookies(signIn(PASSWORD));
		var there = cookies(signIn(PASSWORD));

		assertThat(change(here, OTHER, OTHER)).isEqualTo(422);
		assertThat(change(here, PASSWORD, "qwertyuiop1234567890")).isEqualTo(422);
		assertThat(change(Map.of(), PASSWORD, OTHER)).isEqualTo(401);
		var changed = send("POST", "/api/v1/auth/password", Map.of("currentPassword", PASSWORD, "newPassword", OTHER),
				here);
		assertThat(changed.statusCode()).isEqualTo(204);

		assertThat(send("GET", "/api/v1/auth/session", null, cookies(changed)).statusCode()).isEqualTo(200);
		assertThat(send("GET", "/api/v1/auth/session", null, here).statusCode()).isEqualTo(401);
		assertThat(send("GET", "/api/v1/auth/session", null, there).statusCode()).isEqualTo(401);
		assertThat(signIn(PASSWORD).statusCode()).isEqualTo(401);
		assertThat(letter("password was changed", 1)).isNotBlank();
	}

	@Test
	void changesNoPasswordWhileSessionsCannotBeEnded() {
		join();

		assertThatIllegalStateException().isThrownBy(() -> this.changing.change(id(), PASSWORD, OTHER, () -> {
			throw new IllegalStateException("Redis is away");
		}));

		assertThat(signIn(OTHER).statusCode()).isEqualTo(401);
		assertThat(signIn(PASSWORD).statusCode()).isEqualTo(200);
	}

	@Test
	void writesNobodyMoreThanFiveLettersOfAKind() {
		join();
		IntStream.range(0, 9).forEach(number -> requestReset(this.email));

		// The last letter is written after those that were dropped were counted.
		awaitRows(9);
		assertThat(letters("new password")).hasSizeLessThanOrEqualTo(5);
	}

	@Test
	void forgetsWithAnAccountWhatWasSentToIt() {
		join();
		requestReset(this.email);
		token("new password", 1);
		var id = id();
		this.jdbc.sql("""
				INSERT INTO pending_registration (token_hash, email, name, password_hash, expires_at)
				VALUES ('x', ?, 'Joe', 'none', now() + interval '15 min')""").param(this.email).update();

		this.erasing.erase(id, "somebody", version -> {
		});

		assertThat(this.jdbc.sql("""
				SELECT (SELECT count(*) FROM account_token WHERE account_id = ?)
						+ (SELECT count(*) FROM pending_registration WHERE email = ?)""")
			.param(id.value())
			.param(this.email)
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void forgetsWhoeverNeverFollowedTheLink() {
		join();
		this.jdbc.sql("""
				INSERT INTO pending_registration (token_hash, email, name, password_hash, expires_at)
				SELECT convert_to('old' || n, 'UTF8'), 'old@example.com', 'Joe', 'none', now() - interval '1 s'
				FROM generate_series(1, ?) AS n""").param(ExpiredTokens.BATCH + 100).update();
		requestReset(this.email);
		token("new password", 1);

		this.expired.purge();

		assertThat(this.jdbc.sql("SELECT count(*) FROM pending_registration WHERE email = 'old@example.com'")
			.query(Integer.class)
			.single()).isZero();
		assertThat(tokensOf(id())).isOne();
	}

	@Test
	@Tag("S11")
	void answersAlikeWhetherThereIsAnAccountOrNot() {
		join();

		assertThat(requestReset(this.email)).isEqualTo(requestReset("x" + this.email)).isEqualTo(202);
		assertThat(signIn(OTHER).body().replaceAll("\"traceId\":\"[^\"]*\"", ""))
			.isEqualTo(signIn("x" + this.email, OTHER).body().replaceAll("\"traceId\":\"[^\"]*\"", ""));
	}

	/// The one repeat looks twice as closely.
	@Test
	@Tag("S11")
	void takesAsLongForAStrangerAsForAWrongPassword() {
		join();
		attempts(10);

		assertThat(looksAlike(200) || looksAlike(400)).isTrue();
	}

	/// Nothing can be told from the medians, or at least nothing on a machine that is as
	/// busy as this one.
	private boolean looksAlike(int each) {
		var times = attempts(each);
		var known = median(times[0]);
		var unknown = median(times[1]);
		var difference = Math.abs(known - unknown) / (double) Math.max(known, unknown);
		var score = score(times[0], times[1]);
		LOG.info("A wrong password takes {} µs, a stranger {} µs; the ranks are {} deviations apart", known / 1_000,
				unknown / 1_000, score);
		return difference < 0.05 || score < LIKELY;
	}

	/// By how many standard deviations the sum of the ranks is off (Mann and Whitney).
	private static double score(long[] one, long[] other) {
		var wins = 0L;
		for (var left : one) {
			wins += Arrays.stream(other).filter(right -> left < right).count();
		}
		var pairs = (double) one.length * other.length;
		return Math.abs(wins - pairs / 2) / Math.sqrt(pairs * (one.length + other.length + 1) / 12);
	}

	/// How long sign-ins take, in turns: of somebody who is known, and of strangers.
	private long[][] attempts(int each) {
		var times = new long[2][each];
		for (var attempt = 0; attempt < 2 * each; attempt++) {
			var stranger = (attempt + attempt / 2) % 2;
			var begin = System.nanoTime();
			var status = signIn(((stranger == 1) ? "x" : "") + this.email, OTHER).statusCode();
			times[stranger][attempt / 2] = System.nanoTime() - begin;
			assertThat(status).isEqualTo(401);
		}
		return times;
	}

	private static long median(long[] times) {
		var sorted = times.clone();
		Arrays.sort(sorted);
		return sorted[sorted.length / 2];
	}

	private void join() {
		register(PASSWORD);
		assertThat(verify(token("confirm your address", 1))).isEqualTo(204);
	}

	private HttpResponse<String> register(String password) {
		return send("POST", "/api/v1/auth/accounts", Map.of("email", this.email, "password", password, "name", "Joe"),
				Map.of());
	}

	private HttpResponse<String> signIn(String password) {
		return signIn(this.email, password);
	}

	private HttpResponse<String> signIn(String address, String password) {
		return send("POST", "/api/v1/auth/session", Map.of("email", address, "password", password), Map.of());
	}

	private int verify(String token) {
		return send("POST", "/api/v1/auth/accounts/verification", Map.of("token", token), Map.of()).statusCode();
	}

	private int requestReset(String address) {
		return send("POST", "/api/v1/auth/password/reset-requests", Map.of("email", address), Map.of()).statusCode();
	}

	private int reset(String token, String password) {
		return send("POST", "/api/v1/auth/password/reset", Map.of("token", token, "password", password), Map.of())
			.statusCode();
	}

	private int change(Map<String, String> cookies, String current, String wanted) {
		return send("POST", "/api/v1/auth/password", Map.of("currentPassword", current, "newPassword", wanted), cookies)
			.statusCode();
	}

	private AccountId id() {
		return this.jdbc.sql("SELECT id FROM account WHERE email = ?")
			.param(this.email)
			.query((row, number) -> AccountId.of(row.getString("id")))
			.single();
	}

	private int tokensOf(AccountId id) {
		return this.jdbc.sql("SELECT count(*) FROM account_token WHERE account_id = ?")
			.param(id.value())
			.query((row, number) -> row.getInt(1))
			.single();
	}

	private void awaitRows(int number) {
		var id = id();
		Awaitility.await().atMost(PATIENCE).until(() -> tokensOf(id) == number);
	}

	/// The code in the newest of the letters, once there are so many.
	private String token(String subject, int number) {
		var link = Pattern.compile("https://shop\\.example/(?:verify|reset)#([\\w-]+)")
			.matcher(letter(subject, number));
		assertThat(link.find()).isTrue();
		return link.group(1);
	}

	private String letter(String subject, int number) {
		Awaitility.await().atMost(PATIENCE).until(() -> letters(subject).size() >= number);
		return letters(subject).get(number - 1);
	}

	private List<String> letters(String subject) {
		return Arrays.stream(MAIL.getReceivedMessages())
			.filter(letter -> isOf(letter, subject))
			.map(GreenMailUtil::getBody)
			.toList();
	}

	private boolean isOf(MimeMessage letter, String subject) {
		try {
			return letter.getSubject().contains(subject)
					&& letter.getRecipients(RecipientType.TO)[0].toString().equals(this.email);
		}
		catch (MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Map<String, String> cookies(HttpResponse<String> answer) {
		return answer.headers()
			.allValues("Set-Cookie")
			.stream()
			.map(cookie -> cookie.split(";", 2)[0].split("=", 2))
			.collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, last) -> last));
	}

	private HttpResponse<String> send(String method, String path, Object body, Map<String, String> cookies) {
		var request = HttpRequest.newBuilder(this.base.resolve(path))
			.method(method,
					(body != null) ? BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body))
							: BodyPublishers.noBody())
			.header("Content-Type", "application/json");
		if (!cookies.isEmpty()) {
			var pairs = new ArrayList<String>();
			cookies.forEach((name, value) -> pairs.add(name + "=" + value));
			request.header("Cookie", String.join("; ", pairs)).header("X-XSRF-TOKEN", cookies.get("XSRF-TOKEN"));
		}
		try {
			return this.http.send(request.build(), BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static ServerSetup patient() {
		var setup = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
		setup.setServerStartupTimeout(PATIENCE.toMillis());
		return setup;
	}

}
