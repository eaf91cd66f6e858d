package dev.cleave.platform.messaging.delivery;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import dev.cleave.platform.messaging.MessagingSettings;
import dev.cleave.platform.messaging.log.LoggedMessage;

import org.springframework.transaction.support.TransactionOperations;

/// Tries one subscription's parked messages again. It holds the partition's cursor meanwhile, so that no younger message
/// of the subject can overtake.
class Retries {

	private final Conversation conversation;

	private final Cursors cursors;

	private final ParkedMessages parked;

	private final TransactionOperations transactions;

	private final MessagingSettings settings;

	Retries(Conversation conversation, Cursors cursors, ParkedMessages parked, TransactionOperations transactions,
			MessagingSettings settings) {
		this.conversation = conversation;
		this.cursors = cursors;
		this.parked = parked;
		this.transactions = transactions;
		this.settings = settings;
	}

	/// Tries every parked message whose time has come, subject by subject in order.
	void run() {
		for (var key : this.parked.due(this.conversation.id())) {
			boolean more;
			do {
				more = retryOne(key);
			}
			while (more);
		}
	}

	private boolean retryOne(Cursor.Key key) {
		var attempted = new AtomicReference<LoggedMessage>();
		try {
			return Boolean.TRUE.equals(this.transactions.execute(tx -> handleFirst(key, attempted)));
		}
		catch (RuntimeException ex) {
			var message = attempted.get();
			if (message == null || ex instanceof FencedException || Failures.isPassing(ex)) {
				throw ex;
			}
			this.transactions.executeWithoutResult(
					tx -> this.parked.failedAgain(this.conversation.id(), message, this.settings.firstRetry(),
							this.settings.longestRetry(), this.settings.attempts(), Delivery.describe(ex)));
			return true;
		}
	}

	private boolean handleFirst(Cursor.Key key, AtomicReference<LoggedMessage> attempted) {
		var id = this.conversation.id();
		if (this.cursors.claim(id, Set.of(key)).isEmpty()) {
			return false;
		}
		var due = this.parked.firstDue(id, key);
		due.ifPresent(message -> {
			attempted.set(message);
			this.conversation.handle(List.of(message));
			this.parked.remove(id, message);
		});
		return due.isPresent();
	}

}
