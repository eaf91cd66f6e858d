package dev.cleave.platform.messaging.delivery;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;

import dev.cleave.platform.audit.AuditTrails;
import dev.cleave.platform.audit.Deed;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.stereotype.Component;

/// What an operator can do with parked and dead messages. Every deed is written down with its actor and reason, in the
/// same transaction.
@Component
class OperatorActions {

	private static final String CHOSEN = """
			subscription = ? AND (?::text IS NULL OR message_id::text = ?) AND (?::text IS NULL OR subject = ?)
			""";

	private final ModuleInboxes inboxes;

	private final AuditTrails trails;

	OperatorActions(ModuleInboxes inboxes, AuditTrails trails) {
		this.inboxes = inboxes;
		this.trails = trails;
	}

	List<Parked> list(String subscription, int limit) {
		return this.inboxes.of(subscription)
			.jdbc()
			.sql("""
					SELECT message_id::text AS id, type, source, subject, sequence, state, attempts, next_attempt_at, parked_at,
						error, data
					FROM parked WHERE subscription = ? ORDER BY parked_at, position LIMIT ?
					""")
			.params(subscription, limit)
			.query(new SimplePropertyRowMapper<>(Parked.class))
			.list();
	}

	/// Tries the chosen messages again from now on, with all attempts ahead of them.
	/// @return how many were chosen
	int retry(String subscription, Choice choice, String actor, @Nullable String reason) {
		return act(subscription, choice, actor, "retry", reason,
				"UPDATE parked SET state = 'PARKED', attempts = 0, next_attempt_at = now() WHERE " + CHOSEN
						+ " RETURNING message_id, subject, type");
	}

	/// Gives the chosen messages up; those behind them go on. They stay in the log.
	/// @return how many were chosen
	int discard(String subscription, Choice choice, String actor, String reason) {
		return act(subscription, choice, actor, "discard", reason,
				"DELETE FROM parked WHERE " + CHOSEN + " RETURNING message_id, subject, type");
	}

	private int act(String subscription, Choice choice, String actor, String action, @Nullable String reason,
			String statement) {
		var inbox = this.inboxes.of(subscription);
		var deed = Deed.done("messages." + action, "subscription:" + subscription)
			.because(reason)
			.with("message", String.valueOf(choice.messageId()))
			.with("subject", String.valueOf(choice.subject()))
			.with("by", actor);
		var trail = this.trails.of(subscription.substring(0, subscription.indexOf('.')));
		var count = inbox.transactions().execute(tx -> {
			var chosen = inbox.jdbc()
				.sql("""
						WITH chosen AS (%s)
						INSERT INTO operator_action (actor, action, reason, subscription, message_id, subject, type)
						SELECT ?, ?, ?, ?, message_id, subject, type FROM chosen
						""".formatted(statement))
				.params(Arrays.asList(subscription, choice.messageId(), choice.messageId(), choice.subject(),
						choice.subject(), actor, action, reason, subscription))
				.update();
			trail.record(deed.with("messages", chosen));
			return chosen;
		});
		return (count != null) ? count : 0;
	}

	/// Which parked messages of a subscription: one, those of a subject, or all.
	record Choice(@Nullable String messageId, @Nullable String subject) {

	}

	record Parked(String id, String type, String source, String subject, long sequence, String state, int attempts,
			OffsetDateTime nextAttemptAt, OffsetDateTime parkedAt, @Nullable String error, String data) {

	}

}
