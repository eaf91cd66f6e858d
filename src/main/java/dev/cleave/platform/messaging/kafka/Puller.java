package dev.cleave.platform.messaging.kafka;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import dev.cleave.platform.messaging.log.Bell;
import dev.cleave.platform.messaging.log.Interest;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The thread that brings one subscription its messages. It commits no offsets and belongs to no group: where to begin is
/// told by the cursors.
final class Puller implements Runnable {

	private static final Logger logger = LoggerFactory.getLogger(Puller.class);

	private static final Duration POLL = Duration.ofMillis(200);

	private static final Duration TROUBLE = Duration.ofSeconds(1);

	private final Interest interest;

	private final Map<String, List<Stretch>> stretches;

	private final KafkaClients clients;

	private final Topics topics;

	private final Replays replays;

	private final Bell bell;

	private final Clock clock;

	private final Semaphore news = new Semaphore(0);

	private volatile boolean running = true;

	private volatile boolean held;

	private volatile Instant seenUpTo = Instant.EPOCH;

	private volatile @Nullable Consumer<byte[], byte[]> consumer;

	Puller(Interest interest, Map<String, List<Stretch>> stretches, KafkaClients clients, Topics topics,
			Replays replays, Bell bell, Clock clock) {
		this.interest = interest;
		this.stretches = stretches;
		this.clients = clients;
		this.topics = topics;
		this.replays = replays;
		this.bell = bell;
		this.clock = clock;
	}

	@Override
	public void run() {
		while (this.running) {
			try {
				this.interest.sources().forEach(source -> this.topics.ensure(this.topics.of(source)));
				awaitPositions();
				pull();
			}
			catch (WakeupException | InterruptedException ex) {
				// Whoever woke us says in `running` whether to go on.
			}
			catch (RuntimeException ex) {
				logger.warn("{} can't read from its topics and tries again: {}", this.interest.subscription(),
						ex.toString());
				this.interest.sources().forEach(source -> this.topics.doubt(this.topics.of(source)));
				pause();
			}
		}
	}

	/// There is room, or a place to begin at.
	void goOn() {
		this.news.release();
		var held = this.consumer;
		if (this.held && held != null) {
			held.wakeup();
		}
	}

	void stop() {
		this.running = false;
		this.news.release();
		var held = this.consumer;
		if (held != null) {
			held.wakeup();
		}
	}

	/// All that was in the topics by then has been brought.
	Instant seenUpTo() {
		return this.seenUpTo;
	}

	private void awaitPositions() throws InterruptedException {
		while (this.running && !this.stretches.values().stream().flatMap(List::stream).allMatch(Stretch::isOpen)) {
			this.news.tryAcquire(1, TimeUnit.SECONDS);
			this.news.drainPermits();
		}
	}

	private void pull() {
		try (var opened = this.clients.consumer(this.interest.subscription())) {
			this.consumer = opened;
			var courses = new Courses(this.interest, this.stretches, opened, this.topics, this.replays);
			try {
				var horizon = new Horizon(courses.all());
				while (this.running) {
					if (courses.mend()) {
						horizon = new Horizon(courses.all());
					}
					turn(opened, courses, horizon);
				}
			}
			finally {
				courses.abandon();
			}
		}
		finally {
			this.consumer = null;
		}
	}

	private void turn(Consumer<byte[], byte[]> opened, Courses courses, Horizon horizon) {
		try {
			this.held = courses.regulate();
			var more = false;
			for (var received : opened.poll(POLL)) {
				more |= courses.accept(received);
			}
			if (more) {
				this.bell.ring();
			}
			horizon.look(opened, this.clock.instant()).ifPresent(seen -> this.seenUpTo = seen);
		}
		catch (WakeupException ex) {
			// There is room now.
		}
	}

	private static void pause() {
		try {
			Thread.sleep(TROUBLE);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
