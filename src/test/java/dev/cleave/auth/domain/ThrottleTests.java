package dev.cleave.auth.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import dev.cleave.TestServers;
import dev.cleave.auth.domain.Attempt.Admitted;
import dev.cleave.auth.domain.Attempt.Refused;
import dev.cleave.platform.security.Fingerprints;
import dev.cleave.platform.web.WebSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.data.redis.connection.DataType;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/// How often one may fail, counted in Redis and without it.
class ThrottleTests {

	private static final Duration WINDOW = Duration.ofMinutes(15);

	private static final ThrottleSettings SETTINGS = new ThrottleSettings(true, WINDOW, 5, 30, 60, 20);

	private static final LettuceConnectionFactory REDIS = connect(TestServers.redisPort());

	private static final LettuceConnectionFactory NOWHERE = connect(1);

	private final AtomicReference<Instant> time = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));

	private final String secret = UUID.randomUUID().toString();

	private final Throttle shared = throttle(REDIS, SETTINGS);

	private final Throttle another = throttle(REDIS, SETTINGS);

	private final Throttle alone = throttle(NOWHERE, SETTINGS);

	@AfterAll
	static void disconnect() {
		REDIS.destroy();
		NOWHERE.destroy();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	@Tag("S10")
	void takesFiveGuessesForOneAccountFromHoweverManyAddresses(boolean redis) {
		var throttle = redis ? this.shared : this.alone;

		var failed = IntStream.range(0, 20).filter(n -> fails(throttle, "ada@example.org", "192.0.2." + n)).count();

		assertThat(failed).isEqualTo(5);
		assertThat(throttle.begin(Guarded.SIGN_IN, "ada@example.org", "192.0.2.99"))
			.isInstanceOfSatisfying(Refused.class, refused -> {
				assertThat(refused.busy()).isFalse();
				assertThat(refused.pause()).isBetween(Duration.ofSeconds(1), Duration.ofMinutes(3));
			});
	}

	@ParameterizedTest
	@CsvSource({ "true,192.0.2.7,192.0.2.7", "false,192.0.2.7,192.0.2.7", "true,2001:db8:1:2::1,2001:db8:1:2:ffff::9" })
	@Tag("S10")
	void takesThirtyGuessesFromOneAddressForHoweverManyAccounts(boolean redis, String one, String same) {
		var throttle = redis ? this.shared : this.alone;

		var failed = IntStream.range(0, 50).filter(n -> fails(throttle, "a" + n, (n % 2 == 0) ? one : same)).count();

		assertThat(failed).isEqualTo(30);
		assertThat(fails(throttle, "somebody", "198.51.100.1")).isTrue();
	}

	@Test
	@Tag("S10")
	void takesOnlySoManyGuessesOfAllStrangersTogether() {
		var failed = IntStream.range(0, 90).filter(n -> fails(this.shared, "a" + n, "192.0.2." + n)).count();

		assertThat(failed).isEqualTo(60);
	}

	@Test
	void countsWrongSecretsOfMachinesByAddressAlone() {
		var failed = IntStream.range(0, 90).filter(n -> isSpent("192.0.2." + n)).count();
		var here = IntStream.range(0, 50).filter(n -> isSpent("198.51.100.1")).count();

		assertThat(failed).isEqualTo(90);
		assertThat(here).isEqualTo(30);
	}

	@Test
	@Tag("S10")
	void letsTheOwnerInFromWhereSheHasBeenBeforeWhateverOthersDo() {
		succeeds("ada@example.org", "192.0.2.1");
		IntStream.range(0, 100).forEach(n -> fails(this.shared, (n < 10) ? "ada@example.org" : "a" + n, "192.0.2.2"));

		assertThat(this.another.begin(Guarded.SIGN_IN, "ada@example.org", "198.51.100.9")).isInstanceOf(Refused.class);
		assertThat(this.another.begin(Guarded.SIGN_IN, "ada@example.org", "192.0.2.1")).isInstanceOf(Admitted.class);
	}

	@Test
	void takesNoMoreGuessesThanThatWhereTheOwnerHasBeenEither() {
		succeeds("ada@example.org", "192.0.2.1");

		var failed = IntStream.range(0, 20).filter(n -> fails(this.shared, "ada@example.org", "192.0.2.1")).count();

		assertThat(failed).isEqualTo(5);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	@Tag("S27")
	void takesNoMoreGuessesAtOnceOnTwoNodesThanOneAfterTheOther(boolean redis) {
		var failed = IntStream.range(0, 200)
			.parallel()
			.filter(n -> fails(redis ? ((n % 2 == 0) ? this.shared : this.another) : this.alone, "ada", "192.0.2.1"))
			.count();

		assertThat(failed).isEqualTo(5);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void countsNoSuccessAndNothingThatWasNotTried(boolean redis) {
		var throttle = redis ? this.shared : this.alone;

		for (var round = 0; round < 20; round++) {
			var attempt = begin(throttle, "ada", "192.0.2." + round);
			if (round % 2 == 0) {
				attempt.succeeded();
			}
			attempt.close();
		}

		assertThat(fails(throttle, "ada", "192.0.2.99")).isTrue();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void asksThoseWhoAreTooManyAtOnceToComeBackSoon(boolean redis) {
		var throttle = redis ? this.shared : this.alone;
		var first = begin(throttle, "ada", "192.0.2.1");
		IntStream.range(0, 4).forEach(n -> begin(throttle, "ada", "192.0.2.1"));

		assertThat(throttle.begin(Guarded.SIGN_IN, "ada", "192.0.2.1"))
			.isEqualTo(new Refused(Duration.ofSeconds(1), true));
		first.close();
		assertThat(throttle.begin(Guarded.SIGN_IN, "ada", "192.0.2.1")).isInstanceOf(Admitted.class);
	}

	@Test
	void forgetsAFailureAfterAFifthOfTheWindow() {
		IntStream.range(0, 5).forEach(n -> fails(this.alone, "ada", "192.0.2." + n));

		this.time.updateAndGet(now -> now.plus(WINDOW.dividedBy(5)));

		assertThat(fails(this.alone, "ada", "192.0.2.9")).isTrue();
		assertThat(fails(this.alone, "ada", "192.0.2.9")).isFalse();
	}

	@Test
	void remembersOnlySoMuchWhileRedisIsAway() {
		var settings = new ThrottleSettings(true, WINDOW, 5, 100_000, 100_000, 100_000);
		var buckets = new LocalBuckets(settings, Clock.systemUTC());

		IntStream.range(0, 2 * LocalBuckets.MOST).forEach(n -> {
			var one = List.of(new Bucket("a" + n, 5, false));
			buckets.take(one);
			buckets.settle(one, Buckets.Outcome.FAILED);
		});

		assertThat(buckets.size()).isEqualTo(LocalBuckets.MOST);
	}

	@Test
	@Tag("S26")
	void writesNothingForThoseWhoAreRefused() {
		IntStream.range(0, 30).forEach(n -> fails(this.shared, "a" + n, "192.0.2.1"));
		var before = keys();

		IntStream.range(30, 200).forEach(n -> fails(this.shared, "a" + n, "192.0.2.1"));

		assertThat(keys()).isLessThanOrEqualTo(before);
	}

	@ParameterizedTest
	@ValueSource(strings = { "nan", "-nan", "inf", "-inf", "1e308", "-1e308", "{}", "" })
	@Tag("S16")
	void staysWithinItsLimitsWhateverSomebodyElseWrote(String number) {
		var redis = new StringRedisTemplate(REDIS);
		fails(this.shared, "ada", "192.0.2.1");
		redis.keys("{cleave:throttle}:*")
			.stream()
			.filter(key -> redis.type(key) == DataType.HASH)
			.forEach(key -> redis.opsForHash().putAll(key, Map.of("spent", number, "held", number, "at", number)));

		var failed = IntStream.range(0, 20).filter(n -> fails(this.shared, "ada", "192.0.2.1")).count();

		assertThat(failed).isLessThanOrEqualTo(5);
		redis.delete(redis.keys("{cleave:throttle}:*"));
	}

	@Test
	void isLiftedByASetting() {
		var lifted = throttle(REDIS, new ThrottleSettings(false, WINDOW, 1, 1, 1, 1));

		assertThat(IntStream.range(0, 20).filter(n -> fails(lifted, "ada", "192.0.2.1")).count()).isEqualTo(20);
	}

	private void succeeds(String subject, String from) {
		begin(this.shared, subject, from).succeeded();
	}

	private static boolean fails(Throttle throttle, String subject, String from) {
		while (true) {
			switch (throttle.begin(Guarded.SIGN_IN, subject, from)) {
				case Admitted admitted -> {
					admitted.failed();
					return true;
				}
				case Refused refused -> {
					if (!refused.busy()) {
						return false;
					}
					Thread.onSpinWait();
				}
			}
		}
	}

	private boolean isSpent(String from) {
		return this.shared.spend(Guarded.TOKEN, "", from).isEmpty();
	}

	private static Admitted begin(Throttle throttle, String subject, String from) {
		return (Admitted) throttle.begin(Guarded.SIGN_IN, subject, from);
	}

	private static int keys() {
		return new StringRedisTemplate(REDIS).keys("{cleave:throttle}:*").size();
	}

	private Throttle throttle(LettuceConnectionFactory redis, ThrottleSettings settings) {
		InstantSource now = this.time::get;
		return throttle(redis, settings, new LocalBuckets(settings, now.withZone(ZoneOffset.UTC)));
	}

	private Throttle throttle(LettuceConnectionFactory redis, ThrottleSettings settings, LocalBuckets own) {
		var template = new StringRedisTemplate(redis);
		return new Throttle(new RedisBuckets(template, settings), own, template,
				new Fingerprints(new WebSettings(DataSize.ofBytes(1), Map.of(), this.secret)), settings);
	}

	private static LettuceConnectionFactory connect(int port) {
		var connections = new LettuceConnectionFactory("127.0.0.1", port);
		connections.afterPropertiesSet();
		connections.start();
		return connections;
	}

}
