package dev.cleave.platform.messaging.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import dev.cleave.platform.messaging.MessagingSettings;
import dev.cleave.platform.messaging.MessagingSettings.MissingSources;
import dev.cleave.platform.messaging.MessagingSettings.Way;
import dev.cleave.platform.messaging.log.LogReader;
import dev.cleave.platform.messaging.log.LogWindow;
import dev.cleave.platform.messaging.log.LoggedMessage;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;

class SubscriptionWorkerTests {

	private static final MessagingSettings SETTINGS = new MessagingSettings(true, Way.LOCAL, 500,
			Duration.ofMillis(100), Duration.ofMillis(20), Duration.ofSeconds(2), Duration.ofSeconds(1),
			Duration.ofMinutes(5), 12, MissingSources.REFUSE);

	private final BlockingQueue<Long> tries = new LinkedBlockingQueue<>();

	private final SubscriptionWorker worker = new SubscriptionWorker(new Deaf(), (_, _) -> new Broken(this.tries),
			new ModuleInbox(JdbcClient.create(new DriverManagerDataSource()),
					TransactionOperations.withoutTransaction()),
			SETTINGS, Clock.systemUTC());

	@Test
	void restsAfterAFailureHoweverMuchThereIsToHear() throws Exception {
		var thread = Thread.ofVirtual().start(this.worker);
		var last = 0L;
		for (var failures = 0; failures <= 4; failures++) {
			var next = nextTry();
			if (failures > 0) {
				assertThat(Duration.ofNanos(next - last)).as("pause after %d failures", failures)
					.isGreaterThanOrEqualTo(Duration.ofMillis(25L << failures));
			}
			last = next;
		}

		this.worker.stop();

		assertThat(thread.join(Duration.ofSeconds(30))).as("ended").isTrue();
	}

	private long nextTry() throws InterruptedException {
		var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
		while (System.nanoTime() < deadline) {
			this.worker.wake();
			var tried = this.tries.poll(1, TimeUnit.MILLISECONDS);
			if (tried != null) {
				return tried;
			}
		}
		throw new AssertionError("The worker gave up");
	}

	private record Deaf() implements Conversation {

		@Override
		public String name() {
			return "inventory.deaf";
		}

		@Override
		public Set<String> types() {
			return Set.of();
		}

		@Override
		public Set<String> sources() {
			return Set.of("orders");
		}

		@Override
		public void handle(List<LoggedMessage> messages) {
		}

	}

	private record Broken(BlockingQueue<Long> tries) implements LogReader {

		@Override
		public long[] heads(String source) {
			this.tries.add(System.nanoTime());
			throw new IllegalStateException("The log can't be read");
		}

		@Override
		public List<LoggedMessage> read(List<LogWindow> windows) {
			return List.of();
		}

		@Override
		public void close() {
		}

	}

}
