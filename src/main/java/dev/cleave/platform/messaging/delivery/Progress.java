package dev.cleave.platform.messaging.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

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

	private final MessagingLifecycle messaging;

	Progress(Heads heads, ModuleInboxes inboxes, MessagingLifecycle messaging) {
		this.heads = heads;
		this.inboxes = inboxes;
		this.messaging = messaging;
	}

	@Override
	public Optional<String> after(String module) {
		return this.heads.afterCommitted(module);
	}

	@Override
	public boolean awaitApplied(String position, String subscription, Duration patience) {
		var wanted = parse(position);
		var cursors = this.inboxes.of(subscription).cursors();
		var deadline = System.nanoTime() + patience.toNanos();
		while (!reached(wanted, cursors.positions(subscription))) {
			if (System.nanoTime() > deadline) {
				return false;
			}
			pause();
		}
		return true;
	}

	@Override
	public Instant asOf(String subscription) {
		return this.messaging.worker(subscription).map(SubscriptionWorker::caughtUpAt).orElse(Instant.EPOCH);
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
