package dev.cleave.platform.messaging.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

import dev.cleave.platform.Fail;
import dev.cleave.platform.messaging.MessagingSettings;
import dev.cleave.platform.messaging.log.LogReader;
import dev.cleave.platform.messaging.log.LogWindow;
import dev.cleave.platform.messaging.log.LoggedMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.transaction.support.TransactionOperations;

/// Takes messages for one subscription, each exactly once: the effects of a batch, the messages set aside and the
/// cursors that moved past them commit together or not at all.
class Delivery {

	private static final Logger log = LoggerFactory.getLogger(Delivery.class);

	private static final int ERROR_LENGTH = 2_000;

	private final Conversation conversation;

	private final LogReader logs;

	private final Cursors cursors;

	private final ParkedMessages parked;

	private final TransactionOperations transactions;

	private final MessagingSettings settings;

	Delivery(Conversation conversation, LogReader logs, Cursors cursors, ParkedMessages parked,
			TransactionOperations transactions, MessagingSettings settings) {
		this.conversation = conversation;
		this.logs = logs;
		this.cursors = cursors;
		this.parked = parked;
		this.transactions = transactions;
		this.settings = settings;
	}

	/// Takes at most `width` positions of each wanted partition that nobody else is
	/// working on, and returns where those cursors now stand. A failing batch is halved
	/// until the message that fails stands alone; that one is parked.
	Map<Cursor.Key, Long> take(Collection<Cursor.Key> wanted, int width) {
		try {
			var moved = inTransaction(() -> handle(claim(wanted, width)));
			if (!moved.isEmpty()) {
				Fail.point("delivery.committed");
			}
			return moved;
		}
		catch (FencedException ex) {
			log.info("{}", ex.getMessage());
			return Map.of();
		}
		catch (RuntimeException ex) {
			if (Failures.isPassing(ex)) {
				throw ex;
			}
			if (wanted.size() == 1 && width == 1) {
				return inTransaction(() -> park(claim(wanted, 1), ex));
			}
			return takeApart(wanted, width);
		}
	}

	private Map<Cursor.Key, Long> takeApart(Collection<Cursor.Key> wanted, int width) {
		if (wanted.size() == 1) {
			return take(wanted, width / 2);
		}
		var moved = new HashMap<Cursor.Key, Long>();
		wanted.forEach(key -> moved.putAll(take(Set.of(key), width)));
		return moved;
	}

	/// The claimed cursors with the window each is to take; those with nothing to take
	/// are left out.
	private Map<Cursor, LogWindow> claim(Collection<Cursor.Key> wanted, int width) {
		var windows = new HashMap<Cursor, LogWindow>();
		for (var cursor : this.cursors.claim(this.conversation.id(), wanted)) {
			var source = cursor.key().source();
			var partition = cursor.key().partition();
			var past = Math.min(cursor.position() + width, this.logs.readable(source)[partition]);
			if (past > cursor.position()) {
				windows.put(cursor, new LogWindow(source, partition, cursor.position(), past));
			}
		}
		return windows;
	}

	private Map<Cursor.Key, Long> handle(Map<Cursor, LogWindow> claimed) {
		var messages = read(claimed);
		if (claimed.keySet().stream().anyMatch(Cursor::parked)) {
			messages = setBlockedAside(messages);
		}
		if (!messages.isEmpty()) {
			this.conversation.handle(messages);
			Fail.point("delivery.handled");
		}
		return move(claimed);
	}

	private Map<Cursor.Key, Long> park(Map<Cursor, LogWindow> claimed, RuntimeException failure) {
		for (var message : setBlockedAside(read(claimed))) {
			log.error("{} can't handle {} of {} and parks it", this.conversation.id(), message.type(),
					message.subject(), failure);
			this.parked.park(this.conversation.id(), message, this.settings.firstRetry(), describe(failure));
		}
		return move(claimed);
	}

	private List<LoggedMessage> read(Map<Cursor, LogWindow> claimed) {
		return claimed.isEmpty() ? List.of() : this.logs.read(List.copyOf(claimed.values()));
	}

	private List<LoggedMessage> setBlockedAside(List<LoggedMessage> messages) {
		var blocked = this.parked.blocked(this.conversation.id(), messages);
		var free = new ArrayList<LoggedMessage>();
		for (var message : messages) {
			if (blocked.contains(ParkedMessages.keyOf(message))) {
				this.parked.park(this.conversation.id(), message, Duration.ZERO, null);
			}
			else {
				free.add(message);
			}
		}
		return free;
	}

	private Map<Cursor.Key, Long> move(Map<Cursor, LogWindow> claimed) {
		var next = new HashMap<Cursor, Long>();
		var moved = new HashMap<Cursor.Key, Long>();
		claimed.forEach((cursor, window) -> {
			next.put(cursor, window.past());
			moved.put(cursor.key(), window.past());
		});
		if (!next.isEmpty()) {
			this.cursors.move(this.conversation.id(), next);
			Fail.point("delivery.moved");
		}
		return moved;
	}

	private Map<Cursor.Key, Long> inTransaction(Supplier<Map<Cursor.Key, Long>> work) {
		return Objects.requireNonNull(this.transactions.execute(tx -> work.get()));
	}

	static String describe(Throwable failure) {
		var text = String.valueOf(failure);
		return text.substring(0, Math.min(text.length(), ERROR_LENGTH));
	}

}
