package dev.cleave.platform.messaging.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import dev.cleave.platform.messaging.Freshness;
import dev.cleave.platform.messaging.LogPositions;
import dev.cleave.platform.messaging.log.Heads;

import org.springframework.stereotype.Component;

/// How far subscriptions have come, compared with logs.
@Component
class Progress implements LogPositions, Freshness {

	private static final Duration LOOK_AGAIN = Duration.ofMillis(10);

	private final Heads heads;

	private final ModuleInboxes inboxes;

	private final Workers workers;

	/// A generation takes over with all that the one before it had, so what was said of
	/// that stays true.
	private final Map<String, Instant> told = new ConcurrentHashMap<>();

	Progress(Heads heads, ModuleInboxes inboxes, Workers workers) {
		this.heads = heads;
		this.inboxes = inboxes;
		this.workers = workers;
	}

	@Override
	public Optional<String> after(String module) {
		return this.heads.afterCommitted(module);
	}

	@Override
	public boolean awaitApplied(String position, String subscription, Duration patience) {
		var wanted = parse(position);
		if (this.workers.find(subscription).filter(worker -> reached(wanted, worker.positions())).isPresent()) {
			return true;
		}
		var cursors = this.inboxes.of(subscription).cursors();
		var deadline = System.nanoTime() + patience.toNanos();
		while (!reached(wanted, cursors.positionsServing(subscription))) {
			if (System.nanoTime() > deadline) {
				return false;
			}
			pause();
		}
		return true;
	}

	@Override
	public Instant asOf(String subscription) {
		var caughtUpAt = this.workers.find(subscription).map(SubscriptionWorker::caughtUpAt).orElse(Instant.EPOCH);
		return Objects.requireNonNull(
				this.told.merge(subscription, caughtUpAt, (one, other) -> one.isAfter(other) ? one : other));
	}

	private static boolean reached(Position wanted, Map<Cursor.Key, Long> cursors) {
		for (short partition = 0; partition < wanted.heads().length; partition++) {
			var position = cursors.get(new Cursor.Key(wanted.source(), partition));
			if (position == null || position < wanted.heads()[partition]) {
				return false;
			}
		}
		return true;
	}

	private static Position parse(String text) {
		if (!text.matches("[a-z]{1,32}:\\d{1,18}(\\.\\d{1,18}){0,63}")) {
			throw new IllegalArgumentException("'%s' is no position of a log".formatted(text));
		}
		var colon = text.indexOf(':');
		return new Position(text.substring(0, colon),
				Arrays.stream(text.substring(colon + 1).split("\\.")).mapToLong(Long::parseLong).toArray());
	}

	private static void pause() {
		try {
			Thread.sleep(LOOK_AGAIN);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while waiting for a subscription", ex);
		}
	}

	private record Position(String source, long[] heads) {

	}

}
