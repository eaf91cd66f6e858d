package dev.cleave.platform.messaging.delivery;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import dev.cleave.TestServers;
import dev.cleave.hearer.Chronicle;
import dev.cleave.platform.messaging.Engine;
import dev.cleave.platform.messaging.Freshness;
import dev.cleave.platform.messaging.Generation;
import dev.cleave.platform.messaging.LogPositions;
import dev.cleave.platform.messaging.Rebuild;
import dev.cleave.platform.messaging.Rebuilds;
import dev.cleave.teller.Told;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/// What a rebuildable subscription feeds is made again beside what serves.
class GenerationsTests {

	private final String url = TestServers.freshDatabase();

	private Engine engine;

	String url() {
		return this.url;
	}

	/// A process on the transport that is tested.
	Engine start(String url, String... properties) {
		return Engine.start(url, properties);
	}

	@BeforeEach
	void begin() {
		this.engine = start(this.url);
	}

	@AfterEach
	void stop() {
		this.engine.close();
	}

	@Test
	void buildsAgainFromTheBeginningAndLeavesNothingOfTheOldOne() {
		tell("a", 1, 20);
		await().until(() -> written(1) == 20);

		assertThat(rebuilds().begin("hearer")).hasValue(2);

		await().until(() -> serving() == 2);
		assertThat(chronicle(2, "a")).isEqualTo(IntStream.rangeClosed(1, 20).boxed().toList());
		await().until(() -> written(1) == 0);
		await().until(() -> count("SELECT count(*) FROM hearer.generation WHERE state = 'REMOVED'") == 1);
		assertThat(cursors("hearer.chronicle")).isZero();
		assertThat(cursors("hearer.chronicle#2")).isEqualTo(8);
		assertThat(cursors("hearer.tales")).as("what can't be rebuilt stays").isEqualTo(8);
		tell("a", 21, 25);
		await().until(() -> written(2) == 25);
		assertThat(count("SELECT count(*) FROM hearer.heard")).as("once, by the others").isEqualTo(25);
	}

	@Test
	void servesTheOldOneUntilTheNewOneHasComeAsFar() {
		tell("a", 1, 50);
		await().until(() -> written(1) == 50);
		var hold = new CountDownLatch(1);
		chronicle().first(messages -> {
			if (Generation.current() == 2) {
				awaitQuietly(hold);
			}
		});

		rebuilds().begin("hearer");
		tell("a", 51, 60);

		await().until(() -> written(1) == 60);
		assertThat(serving()).isEqualTo(1);
		assertThat(written(2)).isZero();
		assertThat(latest()).matches(rebuild -> !rebuild.isServing() && rebuild.generation() == 2);
		assertThat(latest().progress()).singleElement()
			.matches(progress -> progress.position() == 0 && progress.target() == 60);
		hold.countDown();
		await().until(() -> serving() == 2);
		assertThat(written(2)).isEqualTo(60);
		assertThat(latest()).matches(rebuild -> rebuild.isServing() && rebuild.switchedAt() != null);
	}

	@Test
	void takesOverWhileMessagesComeIn() throws Exception {
		var over = new AtomicBoolean();
		try (var second = start(this.url); var tellers = Executors.newVirtualThreadPerTaskExecutor()) {
			var told = tellers.submit(() -> {
				var number = 0;
				while (!over.get()) {
					(number % 2 == 0 ? this.engine : second).tell(new Told("key-" + number % 16, number++));
				}
				return number;
			});
			for (int generation = 2; generation <= 4; generation++) {
				var wanted = generation;
				await().until(() -> rebuilds().begin("hearer").isPresent());
				await().until(() -> serving() == wanted);
			}
			over.set(true);
			var all = told.get(10, TimeUnit.SECONDS);

			await().until(() -> written(4) == all);
			assertThat(count("""
					SELECT count(*) FROM (
						SELECT number, lag(number) OVER (PARTITION BY key ORDER BY place) AS previous
						FROM hearer.chronicle WHERE generation = 4) c
					WHERE number <> previous + 16
					""")).as("gaps or wrong order within a subject").isZero();
			await().until(() -> count("SELECT count(*) FROM hearer.chronicle WHERE generation < 4") == 0);
			assertThat(count("SELECT count(*) FROM hearer.subscription_cursor WHERE subscription LIKE '%chronicle%'"))
				.isEqualTo(8);
		}
	}

	@Test
	void isRebuiltOnceAtATime() {
		tell("a", 1, 1);
		await().until(() -> written(1) == 1);
		var hold = holdGeneration(2);

		assertThat(rebuilds().begin("hearer")).hasValue(2);
		assertThat(rebuilds().begin("hearer")).isEmpty();
		hold.countDown();
	}

	@Test
	void canBeAbandonedAndTriedAgain() {
		tell("a", 1, 20);
		await().until(() -> written(1) == 20);
		var hold = holdGeneration(2);
		rebuilds().begin("hearer");
		await().until(() -> cursors("hearer.chronicle#2") == 8);
		setAsideIn(2);
		hold.countDown();

		assertThat(rebuilds().abandon("hearer", 3)).isFalse();
		assertThat(rebuilds().abandon("hearer", 2)).isTrue();
		assertThat(rebuilds().abandon("hearer", 2)).isFalse();

		assertThat(cursors("hearer.chronicle#2")).isZero();
		assertThat(count("SELECT count(*) FROM hearer.parked")).isZero();
		await().until(() -> written(2) == 0);
		assertThat(latest().generation()).isEqualTo(1);
		assertThat(rebuilds().begin("hearer")).hasValue(3);
		await().until(() -> serving() == 3);
	}

	@Test
	void waitsUntilWhatIsSetAsideIsRepairedOrDiscarded() {
		tell("a", 1, 3);
		tell("poison", 1, 3);
		await().until(() -> written(1) == 6);
		chronicle().first(messages -> messages.forEach(message -> {
			if (message.data().equals(new Told("poison", 2)) && Generation.current() == 2) {
				throw new IllegalArgumentException("can't swallow this");
			}
		}));

		rebuilds().begin("hearer");

		await().until(() -> latest().parked() == 2);
		await().until(() -> endpoint().all().get("hearer.chronicle#2").dead() == 1);
		assertThat(serving()).isEqualTo(1);
		assertThat(endpoint().one("hearer.chronicle").messages()).isEmpty();
		assertThat(endpoint().one("hearer.chronicle#2").messages()).hasSize(2);
		chronicle().first(messages -> {
		});
		endpoint().act("hearer.chronicle#2", "retry", null, "poison", "mended", "olga");
		await().until(() -> serving() == 2);
		assertThat(chronicle(2, "poison")).containsExactly(1, 2, 3);
		await().untilAsserted(() -> assertThat(endpoint().all()).doesNotContainKey("hearer.chronicle"));
		assertThat(endpoint().one("hearer.chronicle").messages()).isEmpty();
	}

	@Test
	void bringsBackNoCursorOfAGenerationThatIsOver() {
		rebuilds().begin("hearer");
		await().until(() -> serving() == 2);
		var inbox = this.engine.bean(ModuleInboxes.class).of("hearer.chronicle");
		var late = this.engine.bean(Conversations.class).rebuildable("hearer").getFirst();

		inbox.cursors().createIn(late, "teller", 8);
		inbox.cursors().createIn(late.in(3), "teller", 8);

		assertThat(cursors("hearer.chronicle")).isZero();
		assertThat(cursors("hearer.chronicle#3")).isZero();
	}

	@Test
	void goesOnAfterAnEnd() {
		tell("a", 1, 30);
		await().until(() -> written(1) == 30);
		var hold = new CountDownLatch(1);
		chronicle().first(messages -> {
			if (Generation.current() == 2 && messages.getFirst().data().number() > 1) {
				awaitQuietly(hold);
			}
		});
		rebuilds().begin("hearer");
		await().until(() -> cursors("hearer.chronicle#2") == 8);

		hold.countDown();
		this.engine.close();
		this.engine = start(this.url);

		await().until(() -> serving() == 2);
		assertThat(chronicle(2, "a")).isEqualTo(IntStream.rangeClosed(1, 30).boxed().toList());
	}

	@Test
	void neverSaysThatItIsLessFreshThanItSaid() {
		var freshness = this.engine.bean(Freshness.class);
		tell("a", 1, 10);
		await().until(() -> written(1) == 10 && freshness.asOf("hearer.chronicle").getEpochSecond() > 0);
		var last = freshness.asOf("hearer.chronicle");

		rebuilds().begin("hearer");
		while (serving() == 1 || written(1) > 0) {
			var next = freshness.asOf("hearer.chronicle");
			assertThat(next).isAfterOrEqualTo(last);
			last = next;
		}

		var reached = last;
		await().until(() -> freshness.asOf("hearer.chronicle").isAfter(reached));
	}

	@Test
	void isMeasuredAndAwaitedInTheGenerationThatServes() {
		rebuilds().begin("hearer");
		await().until(() -> serving() == 2);
		var positions = this.engine.bean(LogPositions.class);
		tell("a", 1, 1);

		assertThat(positions.awaitApplied(positions.after("teller").orElseThrow(), "hearer.chronicle", ofSeconds(10)))
			.isTrue();
		assertThat(written(2)).isEqualTo(1);
		await().untilAsserted(() -> assertThat(lagsMeasured()).isEqualTo(Map.of("2", 0.0)));
	}

	@Test
	void hasNoGenerationElsewhere() {
		assertThatIllegalStateException().isThrownBy(Generation::current);
	}

	private Map<String, Double> lagsMeasured() {
		return this.engine.bean(MeterRegistry.class)
			.find("cleave.messaging.lag")
			.tag("subscription", "hearer.chronicle")
			.gauges()
			.stream()
			.collect(java.util.stream.Collectors.toMap(gauge -> gauge.getId().getTag("generation"), Gauge::value));
	}

	private CountDownLatch holdGeneration(int number) {
		var hold = new CountDownLatch(1);
		chronicle().first(messages -> {
			if (Generation.current() == number) {
				awaitQuietly(hold);
			}
		});
		return hold;
	}

	/// For good, so that it can't begin to serve.
	private void setAsideIn(int generation) {
		this.engine.database()
			.sql("""
					INSERT INTO hearer.parked (subscription, source, partition, position, message_id, kind, type, subject,
						sequence, time, data, state)
					SELECT 'hearer.chronicle#' || ?, 'teller', partition, position, message_id, kind, type, subject, sequence,
						time, data, 'DEAD'
					FROM teller.event_log LIMIT 1
					""")
			.param(generation)
			.update();
	}

	void tell(String key, int from, int to) {
		this.engine
			.tell(IntStream.rangeClosed(from, to).mapToObj(number -> new Told(key, number)).toArray(Told[]::new));
	}

	Rebuilds rebuilds() {
		return this.engine.bean(Rebuilds.class);
	}

	private Rebuild latest() {
		return rebuilds().latest("hearer");
	}

	private Chronicle chronicle() {
		return this.engine.bean(Chronicle.class);
	}

	private MessagingEndpoint endpoint() {
		return this.engine.bean(MessagingEndpoint.class);
	}

	int serving() {
		return (int) count("SELECT generation FROM hearer.serving");
	}

	long written(int generation) {
		return count("SELECT count(*) FROM hearer.chronicle WHERE generation = " + generation);
	}

	List<Integer> chronicle(int generation, String key) {
		return this.engine.database()
			.sql("SELECT number FROM hearer.chronicle WHERE generation = ? AND key = ? ORDER BY place")
			.params(generation, key)
			.query(Integer.class)
			.list();
	}

	private long cursors(String id) {
		return count("SELECT count(*) FROM hearer.subscription_cursor WHERE subscription = '%s'".formatted(id));
	}

	private long count(String sql) {
		return this.engine.database().sql(sql).query(Long.class).single();
	}

	private static void awaitQuietly(CountDownLatch latch) {
		try {
			assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
