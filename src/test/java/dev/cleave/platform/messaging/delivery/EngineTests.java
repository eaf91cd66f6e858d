package dev.cleave.platform.messaging.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import dev.cleave.TestServers;
import dev.cleave.hearer.OtherHearing;
import dev.cleave.hearer.Tell;
import dev.cleave.platform.messaging.Engine;
import dev.cleave.platform.messaging.Freshness;
import dev.cleave.platform.messaging.LogPositions;
import dev.cleave.platform.messaging.log.Bell;
import dev.cleave.platform.messaging.log.Interest;
import dev.cleave.platform.messaging.log.LocalLogs;
import dev.cleave.platform.messaging.log.LogWindow;
import dev.cleave.teller.Told;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

class EngineTests {

	private final String url = TestServers.freshDatabase();

	private Engine engine;

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
	void deliversEveryCommittedMessageOnceAndInTheOrderOfItsSubject() {
		var committed = new AtomicInteger();
		try (var second = start(this.url); var tellers = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int teller = 0; teller < 8; teller++) {
				var process = (teller % 2 == 0) ? this.engine : second;
				tellers.submit(() -> tellOrFail(process, 100, committed));
			}
			tellers.shutdown();

			await().until(tellers::isTerminated);
			await().until(() -> this.engine.heard() == committed.get());
		}

		assertThat(committed.get()).isEqualTo(8 * 66 * 2);
		assertThat(count("""
				SELECT count(*) FROM (
					SELECT sequence, lag(sequence, 1, 0::bigint) OVER (PARTITION BY key ORDER BY place) AS previous
					FROM hearer.heard) h
				WHERE sequence <> previous + 1
				""")).as("gaps or wrong order within a subject").isZero();
		assertThat(count("SELECT count(*) FROM teller.outbox")).isZero();
		assertThat(count("""
				SELECT count(*) FROM teller.log_partition p WHERE next_position <> (
					SELECT count(*) FROM teller.event_log l WHERE l.partition = p.partition)
				""")).as("partitions whose positions have gaps").isZero();
	}

	/// Ten subjects shared by all tellers, two of them in each transaction; every third
	/// transaction is rolled back.
	private static void tellOrFail(Engine process, int times, AtomicInteger committed) {
		for (int i = 0; i < times; i++) {
			var number = i;
			var rolledBack = number % 3 == 0;
			process.transactionOf("teller").executeWithoutResult(tx -> {
				process.publish(new Told("key-" + number % 10, number), new Told("key-" + number * 7 % 9, number));
				if (rolledBack) {
					tx.setRollbackOnly();
				}
			});
			committed.addAndGet(rolledBack ? 0 : 2);
		}
	}

	@Test
	void refusesToPublishWithoutATransactionOfTheSender() {
		var tale = new Told("a", 1);

		assertThatIllegalStateException().isThrownBy(() -> this.engine.publish(tale)).withMessageContaining("none");
		assertThatIllegalStateException()
			.isThrownBy(() -> this.engine.transactionOf("hearer").executeWithoutResult(tx -> this.engine.publish(tale)))
			.withMessageContaining("another module");
	}

	@Test
	void refusesACommandThatNobodyWouldHear() {
		assertThatIllegalStateException()
			.isThrownBy(() -> this.engine.transactionOf("teller")
				.executeWithoutResult(tx -> this.engine.publish(new Tell("a"))))
			.withMessageContaining("hearer :: commands");
	}

	@Test
	void doesNotLoseATransactionThatCommitsLate() throws Exception {
		var written = new CountDownLatch(1);
		var overtaken = new CountDownLatch(1);
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			threads.submit(() -> this.engine.transactionOf("teller").executeWithoutResult(tx -> {
				this.engine.publish(new Told("late", 1));
				holdCommit(written, overtaken);
			}));
			assertThat(written.await(10, TimeUnit.SECONDS)).isTrue();
			IntStream.range(0, 50).forEach(number -> this.engine.tell(new Told("swift-" + number, number)));
			await().until(() -> this.engine.heard() == 50);
			overtaken.countDown();
		}

		await().until(() -> this.engine.heard("late").equals(List.of(1)));
	}

	/// The outbox is written by then, but not committed.
	private static void holdCommit(CountDownLatch written, CountDownLatch overtaken) {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void beforeCompletion() {
				written.countDown();
				awaitQuietly(overtaken);
			}

		});
	}

	@Test
	void parksAPoisonMessageWithItsSuccessorsAndLetsAllOthersPass() {
		failOn(new Told("poison", 2), new IllegalArgumentException("can't swallow this"));
		this.engine.transactionOf("teller").executeWithoutResult(tx -> {
			for (int number = 1; number <= 100; number++) {
				this.engine.publish(new Told("poison", number), new Told("sound-" + number % 7, number));
			}
		});

		await().until(() -> stateOf("poison", 2).equals("DEAD"));

		assertThat(this.engine.heard("poison")).containsExactly(1);
		assertThat(count("SELECT count(*) FROM hearer.heard WHERE key LIKE 'sound%'")).isEqualTo(100);
		assertThat(count("SELECT count(*) FROM hearer.parked WHERE subject = 'poison'")).isEqualTo(99);
		await().untilAsserted(() -> assertThat(endpoint().one("hearer.tales").messages().getFirst())
			.satisfies(message -> assertThat(message.error()).contains("can't swallow this"))
			.satisfies(message -> assertThat(message.attempts()).isEqualTo(4)));
		await().untilAsserted(() -> assertThat(endpoint().all().get("hearer.tales").dead()).isEqualTo(1));
	}

	@Test
	void appliesParkedMessagesInOrderAfterRepairAndRetry() {
		failOn(new Told("poison", 1), new IllegalArgumentException("can't swallow this"));
		IntStream.rangeClosed(1, 30).forEach(number -> this.engine.tell(new Told("poison", number)));
		await().until(() -> stateOf("poison", 1).equals("DEAD"));

		this.engine.hearing().first(messages -> {
		});
		var outcome = endpoint().act("hearer.tales", "retry", null, "poison", "mended", "olga");
		this.engine.tell(new Told("poison", 31));

		await().until(() -> this.engine.heard("poison").size() == 31);
		assertThat(outcome.messages()).isPositive();
		assertThat(this.engine.heard("poison")).isEqualTo(IntStream.rangeClosed(1, 31).boxed().toList());
		assertThat(count("SELECT count(*) FROM hearer.parked")).isZero();
		assertThat(count("SELECT count(*) FROM hearer.operator_action WHERE actor = 'olga' AND reason = 'mended'"))
			.isEqualTo(outcome.messages());
	}

	@Test
	void goesOnBehindADiscardedMessage() {
		failOn(new Told("poison", 1), new IllegalArgumentException("can't swallow this"));
		this.engine.tell(new Told("poison", 1), new Told("poison", 2));
		await().until(() -> stateOf("poison", 1).equals("DEAD"));
		var dead = endpoint().one("hearer.tales").messages().getFirst().id();

		assertThatExceptionOfType(InvalidEndpointRequestException.class)
			.isThrownBy(() -> endpoint().act("hearer.tales", "discard", dead, null, " ", "olga"));
		endpoint().act("hearer.tales", "discard", dead, null, "a fairy tale", "olga");

		await().until(() -> this.engine.heard("poison").equals(List.of(2)));
	}

	@Test
	void triesAgainWithoutParkingWhenTheTroublePasses() {
		var failures = new AtomicInteger(5);
		this.engine.hearing().first(messages -> {
			if (failures.getAndDecrement() > 0) {
				throw new CannotAcquireLockException("a deadlock, say");
			}
		});

		this.engine.tell(new Told("a", 1), new Told("b", 2));

		await().until(() -> this.engine.heard() == 2);
		assertThat(count("SELECT count(*) FROM hearer.parked")).isZero();
	}

	@Test
	void survivesAnErrorThatIsNoException() {
		failOn(new Told("poison", 1), new StackOverflowError());

		this.engine.tell(new Told("poison", 1), new Told("sound", 1));

		await().until(() -> this.engine.heard("sound").equals(List.of(1)));
		await().until(() -> stateOf("poison", 1).equals("DEAD"));
	}

	@Test
	void isNotHeldUpByASubscriptionThatNeverReturns() {
		var never = new CountDownLatch(1);
		this.engine.hearing().first(messages -> awaitQuietly(never));

		IntStream.range(0, 20).forEach(number -> this.engine.tell(new Told("k" + number, number)));

		await().until(() -> this.engine.bean(OtherHearing.class).heard() == 20);
		assertThat(this.engine.heard()).isZero();
		// Each subscription sees for itself how far a topic has grown.
		await().until(() -> endpoint().all().get("hearer.tales").totalLag() == 20);
		never.countDown();
		await().until(() -> this.engine.heard() == 20);
	}

	@Test
	void dropsTheWorkOfAWorkerWhoseCursorAnotherMoved() {
		var inbox = this.engine.bean(ModuleInboxes.class).of("hearer.tales");
		await().until(() -> !inbox.cursors().positions("hearer.tales").isEmpty());
		var key = new Cursor.Key("teller", (short) 3);
		var stale = new Cursor(key, 7, false);

		assertThatExceptionOfType(FencedException.class).isThrownBy(() -> inbox.transactions()
			.executeWithoutResult(tx -> inbox.cursors().move("hearer.tales", Map.of(stale, 8L))));
		assertThat(inbox.cursors().positions("hearer.tales")).containsEntry(key, 0L);
	}

	@Test
	void startsWhereItStopped() {
		this.engine.tell(new Told("a", 1));
		await().until(() -> this.engine.heard("a").equals(List.of(1)));

		this.engine.close();
		this.engine = start(this.url);
		this.engine.tell(new Told("a", 2));

		await().until(() -> this.engine.heard("a").equals(List.of(1, 2)));
	}

	@Test
	void readsNothingBeyondTheEndOfALog() {
		this.engine.tell(new Told("a", 1));
		await().until(() -> this.engine.heard() == 1);
		var logs = this.engine.bean(LocalLogs.class);
		var reader = logs.open(new Interest("hearer.tales", Set.of("teller"), Set.of()), new Bell());
		var heads = logs.heads("teller");
		for (short partition = 0; partition < heads.length; partition++) {
			var window = new LogWindow("teller", partition, 0, heads[partition]);
			var longer = new LogWindow("teller", partition, 0, heads[partition] + 1);
			assertThat(reader.read(List.of(window))).hasSize((int) heads[partition]);
			assertThatExceptionOfType(TransientDataAccessResourceException.class)
				.isThrownBy(() -> reader.read(List.of(longer)));
		}
		reader.close();
	}

	/// As after a restore of the hearer's database, of which this process knows nothing.
	@Test
	void hearsAgainWhatItsDatabaseHasForgottenThoughNothingNewComes() {
		this.engine.tell(new Told("a", 1), new Told("b", 1));
		await().until(() -> this.engine.heard() == 2);

		this.engine.database().sql("DELETE FROM hearer.heard").update();
		this.engine.database().sql("UPDATE hearer.subscription_cursor SET position = 0").update();

		await().until(() -> this.engine.heard() == 2);
	}

	@Test
	void tellsWhenACopyHasComeAsFarAsAPosition() {
		var positions = this.engine.bean(LogPositions.class);
		var never = new CountDownLatch(1);
		this.engine.hearing().first(messages -> awaitQuietly(never));
		this.engine.tell(new Told("a", 1));

		var position = positions.after("teller").orElseThrow();

		assertThat(positions.awaitApplied(position, "hearer.tales", Duration.ofMillis(50))).isFalse();
		never.countDown();
		assertThat(positions.awaitApplied(position, "hearer.tales", Duration.ofSeconds(10))).isTrue();
		assertThat(this.engine.heard("a")).containsExactly(1);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> positions.awaitApplied("teller:x", "hearer.tales", Duration.ofSeconds(1)));
	}

	@Test
	void knowsHowFreshASubscriptionIs() {
		var freshness = this.engine.bean(Freshness.class);
		var never = new CountDownLatch(1);
		this.engine.hearing().first(messages -> awaitQuietly(never));
		this.engine.tell(new Told("a", 1));
		await().until(() -> endpoint().all().get("hearer.tales").totalLag() == 1);

		var stale = freshness.asOf("hearer.tales");
		await().during(Duration.ofMillis(100)).until(() -> freshness.asOf("hearer.tales").equals(stale));
		never.countDown();

		await().until(() -> freshness.asOf("hearer.tales").isAfter(stale));
	}

	/// Else everything would pass for fresh that a process has not yet looked at.
	@Test
	void takesNoLogToBeEmptyBeforeItHasLooked() {
		this.engine.tell(new Told("a", 1), new Told("a", 2));
		await().until(() -> this.engine.heard() == 2);

		try (var idle = start(this.url, "cleave.messaging.enabled=false")) {
			assertThat(idle.bean(LocalLogs.class).heads("teller")).hasSize(8).contains(2);
		}
	}

	private void failOn(Told poison, Throwable failure) {
		this.engine.hearing().first(messages -> messages.forEach(message -> {
			if (message.data().equals(poison)) {
				throw sneaky(failure);
			}
		}));
	}

	@SuppressWarnings("unchecked")
	private static <E extends Throwable> RuntimeException sneaky(Throwable failure) throws E {
		throw (E) failure;
	}

	private MessagingEndpoint endpoint() {
		return this.engine.bean(MessagingEndpoint.class);
	}

	private String stateOf(String subject, long sequence) {
		return this.engine.database()
			.sql("SELECT state FROM hearer.parked WHERE subject = ? AND sequence = ?")
			.params(subject, sequence)
			.query(String.class)
			.optional()
			.orElse("");
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
