package dev.cleave.platform.messaging.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import dev.cleave.platform.Pace;
import dev.cleave.platform.messaging.MessagingSettings;
import dev.cleave.platform.messaging.log.Bell;
import dev.cleave.platform.messaging.log.Interest;
import dev.cleave.platform.messaging.log.LogReader;
import dev.cleave.platform.messaging.log.Transport;
import dev.cleave.platform.persistence.Lane;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The thread of this process that works for one subscription. It has one of its own, so that a subscription that
/// blocks or fails delays no other.
class SubscriptionWorker implements Runnable {

	private static final Logger log = LoggerFactory.getLogger(SubscriptionWorker.class);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

	private static final Duration PARKED_POLL = Duration.ofMillis(500);

	private static final Duration CURSORS_POLL = Duration.ofSeconds(5);

	private final Conversation conversation;

	private final LogReader logs;

	private final Cursors cursors;

	private final ParkedMessages parked;

	private final Delivery delivery;

	private final Retries retries;

	private final MessagingSettings settings;

	private final Clock clock;

	private final CountDownLatch stopped = new CountDownLatch(1);

	private final Bell bell = new Bell();

	private final Pace pace;

	private final Pulse pulse = new Pulse();

	private final Map<Cursor.Key, Long> known = new ConcurrentHashMap<>();

	private volatile Instant caughtUpAt = Instant.EPOCH;

	private volatile ParkedMessages.Counts counts = new ParkedMessages.Counts(0, 0);

	private Instant parkedSeenAt = Instant.EPOCH;

	private Instant cursorsSeenAt = Instant.EPOCH;

	private int width;

	private int failures;

	SubscriptionWorker(Conversation conversation, Transport transport, ModuleInbox inbox, MessagingSettings settings,
			Clock clock) {
		this.conversation = conversation;
		this.logs = transport.open(new Interest(conversation.id(), conversation.sources(), conversation.types()),
				this.bell);
		this.cursors = inbox.cursors();
		this.parked = inbox.parked();
		this.delivery = new Delivery(conversation, this.logs, inbox.cursors(), inbox.parked(), inbox.transactions(),
				settings);
		this.retries = new Retries(conversation, inbox.cursors(), inbox.parked(), inbox.transactions(), settings);
		this.settings = settings;
		this.pace = new Pace(settings.pace());
		this.clock = clock;
		this.width = settings.batch();
	}

	@Override
	public void run() {
		Lane.WORKERS.run(() -> {
			while (isRunning()) {
				try {
					pause();
					work();
					this.failures = 0;
					this.pulse.rests();
				}
				catch (InterruptedException ex) {
					this.stopped.countDown();
				}
				catch (RuntimeException ex) {
					this.failures++;
					this.pulse.fails();
					this.width = Math.max(1, this.width / 2);
					log.warn("{} meets trouble that should pass and tries again: {}", this.conversation.id(),
							ex.toString());
				}
			}
			this.logs.close();
		});
	}

	void wake() {
		this.bell.ring();
	}

	/// Lets it finish its batch.
	void stop() {
		this.stopped.countDown();
		wake();
	}

	private void work() throws InterruptedException {
		if (this.known.isEmpty()) {
			this.conversation.sources().forEach(this::createCursors);
		}
		// Also while nothing comes in: a restored database is not as far as before.
		if (isDue(this.cursorsSeenAt, CURSORS_POLL)) {
			learn(this.cursors.positions(this.conversation.id()));
			this.cursorsSeenAt = this.clock.instant();
		}
		boolean more;
		do {
			this.pulse.begins();
			more = takeOnce();
		}
		while (more && isRunning());
		if (isDue(this.parkedSeenAt, PARKED_POLL)) {
			this.parkedSeenAt = this.clock.instant();
			this.counts = this.parked.counts(this.conversation.id());
			if (this.counts.parked() > 0) {
				this.retries.run();
			}
		}
	}

	private boolean isDue(Instant last, Duration apart) {
		return !this.clock.instant().isBefore(last.plus(apart));
	}

	private void createCursors(String source) {
		var partitions = this.logs.heads(source).length;
		if (this.conversation.isRebuildable()) {
			this.cursors.createIn(this.conversation, source, partitions);
		}
		else {
			this.cursors.create(this.conversation.id(), source, partitions);
		}
	}

	private boolean takeOnce() throws InterruptedException {
		var seenUpTo = this.logs.seenUpTo(this.clock.instant());
		var lags = behind(this.logs::readable);
		lags.values().removeIf(lag -> lag == 0);
		var lagging = List.copyOf(lags.keySet());
		if (lagging.isEmpty()) {
			if (lags().values().stream().allMatch(lag -> lag == 0)) {
				this.caughtUpAt = seenUpTo;
			}
			return false;
		}
		if (lags.values().stream().allMatch(lag -> lag < this.width)) {
			this.pace.await();
		}
		var start = this.clock.instant();
		var moved = this.delivery.take(lagging, this.width);
		adapt(Duration.between(start, this.clock.instant()));
		learn((moved.size() < lagging.size()) ? this.cursors.positions(this.conversation.id()) : moved);
		return !moved.isEmpty();
	}

	private void learn(Map<Cursor.Key, Long> positions) {
		this.known.putAll(positions);
		positions.forEach((key, position) -> this.logs.taken(key.source(), key.partition(), position));
	}

	/// A batch that takes long is followed by a smaller one, so that the database's idle
	/// limit never ends a live batch.
	private void adapt(Duration taken) {
		this.width = (taken.compareTo(this.settings.longestBatch()) > 0) ? Math.max(1, this.width / 2)
				: Math.min(this.settings.batch(), this.width * 2);
	}

	/// After a failure it does not listen to the bell: new messages would make it fail
	/// the
	/// faster, at the cost of those who work.
	private void pause() throws InterruptedException {
		if (this.failures == 0) {
			this.bell.await(this.settings.poll());
			return;
		}
		var longest = Math.min(LONGEST_PAUSE.toMillis(), 50L << Math.min(this.failures, 10));
		this.stopped.await(ThreadLocalRandom.current().nextLong(longest / 2, longest + 1), TimeUnit.MILLISECONDS);
	}

	private boolean isRunning() {
		return this.stopped.getCount() > 0;
	}

	Conversation conversation() {
		return this.conversation;
	}

	/// What it has come to, as last seen by this process: at least so far.
	Map<Cursor.Key, Long> positions() {
		return Collections.unmodifiableMap(this.known);
	}

	/// How many positions of each partition are not taken yet, as last seen by this
	/// process.
	Map<Cursor.Key, Long> lags() {
		return behind(this.logs::heads);
	}

	/// The ends of a log it reads, as last seen by this process.
	long[] heads(String source) {
		return this.conversation.sources().contains(source) ? this.logs.heads(source) : new long[0];
	}

	private Map<Cursor.Key, Long> behind(Function<String, long[]> ends) {
		var lags = new HashMap<Cursor.Key, Long>();
		for (var source : this.conversation.sources()) {
			var positions = ends.apply(source);
			for (short partition = 0; partition < positions.length; partition++) {
				var key = new Cursor.Key(source, partition);
				lags.put(key, Math.max(0, positions[partition] - this.known.getOrDefault(key, 0L)));
			}
		}
		return lags;
	}

	Pulse pulse() {
		return this.pulse;
	}

	ParkedMessages.Counts counts() {
		return this.counts;
	}

	/// Everything that was in the logs by then has been taken.
	Instant caughtUpAt() {
		return this.caughtUpAt;
	}

}
