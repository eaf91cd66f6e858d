package dev.cleave.platform.persistence;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BatcherTests {

	private final BlockingQueue<List<String>> groups = new LinkedBlockingQueue<>();

	/// There are two threads.
	private final Map<String, CountDownLatch> gates = Map.of("first", new CountDownLatch(1), "second",
			new CountDownLatch(1));

	private final Batcher<String, String> batcher = new Batcher<>("test", Duration.ofMillis(5), String::length, 10,
			this::together, BatcherTests::alone);

	private List<Optional<String>> together(List<String> works) {
		this.groups.add(works);
		if (this.gates.get(works.getFirst()) instanceof CountDownLatch gate) {
			await(gate);
		}
		if (works.contains("bad")) {
			throw new IllegalStateException("The transaction failed");
		}
		return works.stream()
			.map(work -> work.equals("shy") ? Optional.<String>empty() : Optional.of("together " + work))
			.toList();
	}

	private static String alone(String work) {
		if (work.equals("bad")) {
			throw new IllegalArgumentException("A bad one");
		}
		return "alone " + work;
	}

	@AfterEach
	void close() {
		this.gates.values().forEach(CountDownLatch::countDown);
		this.batcher.close();
	}

	@Test
	void doesTogetherWhatComesWhileItIsAtWork() throws Exception {
		occupyBoth();
		var later = IntStream.range(0, 3).mapToObj(number -> submit("n" + number)).toList();
		awaitQueued(3);

		free("first");

		assertThat(later).allSatisfy(result -> assertThat(result.join()).startsWith("together n"));
		assertThat(next()).containsExactlyInAnyOrder("n0", "n1", "n2");
	}

	@Test
	void beginsNothingBesideABatchThatDoesNotTakeLong() throws Exception {
		try (var calm = new Batcher<>("calm", Duration.ofMillis(5), Duration.ofHours(1), String::length, 10,
				this::together, BatcherTests::alone)) {
			submitTo(calm, "first");
			assertThat(next()).containsExactly("first");
			var later = Stream.of("n0", "n1", "n2").map(work -> submitTo(calm, work)).toList();
			// One of them is in the hands of whoever comes next.
			Awaitility.await().until(() -> calm.waiting() == 2);
			assertThat(this.groups).isEmpty();

			free("first");

			assertThat(later).allSatisfy(result -> assertThat(result.join()).startsWith("together n"));
			assertThat(next()).hasSizeGreaterThan(1);
		}
	}

	@Test
	void takesNobodyIntoAGroupThatIsHeavyEnough() throws Exception {
		occupyBoth();
		var later = IntStream.range(0, 5).mapToObj(number -> submit("four")).toList();
		awaitQueued(5);

		free("first");

		later.forEach(CompletableFuture::join);
		assertThat(next().size()).isLessThanOrEqualTo(3);
	}

	/// Whoever can't ask again after a commit that broke must not say that nothing was
	/// done.
	@Test
	void isUnsureOnlyWhenTheGroupMayHaveCommitted() {
		assertThatExceptionOfType(TransactionSystemException.class)
			.isThrownBy(() -> submitWhere(new IllegalStateException("The connection broke")));
		assertThatExceptionOfType(CannotCreateTransactionException.class)
			.isThrownBy(() -> submitWhere(new CannotCreateTransactionException("none free")));
	}

	private static void submitWhere(RuntimeException groupFails) {
		try (var away = new Batcher<String, String>("away", Duration.ofMillis(5), String::length, 10, (_) -> {
			throw groupFails;
		}, (_) -> {
			throw new CannotCreateTransactionException("none free");
		})) {
			away.submit("work");
		}
	}

	@Test
	void letsEachDoHisOwnWhenTheGroupFails() throws Exception {
		occupyBoth();
		var bad = submit("bad");
		var good = submit("good");
		awaitQueued(2);

		free("first");

		assertThat(good.join()).isEqualTo("alone good");
		assertThatThrownBy(bad::join).isInstanceOf(CompletionException.class)
			.hasCauseInstanceOf(IllegalArgumentException.class);
	}

	@Test
	void sendsAwayWhoHasToBeAlone() {
		assertThat(this.batcher.submit("shy")).isEqualTo("alone shy");
		assertThat(this.batcher.submit("bold")).isEqualTo("together bold");
	}

	@Test
	void leavesNobodyWaitingWhenItIsClosed() throws Exception {
		occupyBoth();
		var waiting = submit("late");
		awaitQueued(1);

		this.batcher.close();

		assertThat(waiting.get(30, TimeUnit.SECONDS)).isEqualTo("alone late");
		assertThat(this.batcher.submit("later")).isEqualTo("alone later");
	}

	private void occupyBoth() throws InterruptedException {
		for (var name : List.of("first", "second")) {
			submit(name);
			assertThat(next()).containsExactly(name);
		}
	}

	private void free(String name) {
		Objects.requireNonNull(this.gates.get(name)).countDown();
	}

	private void awaitQueued(int works) {
		Awaitility.await().until(() -> this.batcher.waiting() == works);
	}

	private CompletableFuture<String> submit(String work) {
		return submitTo(this.batcher, work);
	}

	private static CompletableFuture<String> submitTo(Batcher<String, String> batcher, String work) {
		return CompletableFuture.supplyAsync(() -> batcher.submit(work), Thread::startVirtualThread);
	}

	private List<String> next() throws InterruptedException {
		var group = this.groups.poll(30, TimeUnit.SECONDS);
		assertThat(group).as("next group").isNotNull();
		return group;
	}

	private static void await(CountDownLatch gate) {
		try {
			gate.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
