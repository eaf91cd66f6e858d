package dev.cleave.platform.messaging.delivery;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.cleave.platform.messaging.log.LoggedMessage;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/// Messages of one module's subscriptions that were set aside: the one whose handling failed, and behind it, in order,
/// those of the same subject. The first of a subject is tried again until it succeeds, is discarded, or is DEAD.
class ParkedMessages {

	private static final String DUE = """
			FROM parked p WHERE p.subscription = ? AND p.state = 'PARKED' AND p.next_attempt_at <= now()
			AND NOT EXISTS (SELECT FROM parked e WHERE e.subscription = p.subscription AND e.source = p.source
				AND e.subject = p.subject AND e.position < p.position)
			""";

	private final JdbcClient jdbc;

	ParkedMessages(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/// Those of the subjects, as `source/subject`, of which a message is set aside.
	Set<String> blocked(String subscription, Collection<LoggedMessage> messages) {
		return new HashSet<>(this.jdbc
			.sql("""
					SELECT DISTINCT p.source || '/' || p.subject FROM parked p
					JOIN unnest(?::text[], ?::text[]) AS m (source, subject) ON p.source = m.source AND p.subject = m.subject
					WHERE p.subscription = ?
					""")
			.param(messages.stream().map(LoggedMessage::source).toArray(String[]::new))
			.param(messages.stream().map(LoggedMessage::subject).toArray(String[]::new))
			.param(subscription)
			.query(String.class)
			.list());
	}

	static String keyOf(LoggedMessage message) {
		return message.source() + "/" + message.subject();
	}

	/// @param pause until the message itself is tried again
	/// @param error why it failed; null when it only waits behind another of its subject
	void park(String subscription, LoggedMessage message, Duration pause, @Nullable String error) {
		this.jdbc
			.sql("""
					INSERT INTO parked (subscription, source, partition, position, message_id, kind, type, subject, sequence,
						time, traceparent, data, attempts, next_attempt_at, error)
					VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz, ?, ?, ?, now() + ? * interval '1 millisecond', ?)
					""")
			.params(Arrays.asList(subscription, message.source(), message.partition(), message.position(), message.id(),
					message.kind(), message.type(), message.subject(), message.sequence(), message.time().toString(),
					message.traceparent(), message.data(), (error != null) ? 1 : 0, pause.toMillis(), error))
			.update();
	}

	/// The partitions in which a message waits for its next attempt, and its time has
	/// come.
	List<Cursor.Key> due(String subscription) {
		return this.jdbc.sql("SELECT DISTINCT p.source, p.partition " + DUE)
			.param(subscription)
			.query((row, number) -> new Cursor.Key(row.getString(1), row.getShort(2)))
			.list();
	}

	Optional<LoggedMessage> firstDue(String subscription, Cursor.Key key) {
		return this.jdbc.sql("""
				SELECT p.source, p.partition, p.position, p.message_id, p.kind, p.type, p.subject, p.sequence, p.time,
					p.traceparent, p.data
				""" + DUE + " AND p.source = ? AND p.partition = ? ORDER BY p.position LIMIT 1")
			.params(subscription, key.source(), key.partition())
			.query(LoggedMessage.rowOf(null))
			.optional();
	}

	/// The message was handled at last, in this transaction.
	void remove(String subscription, LoggedMessage message) {
		var removed = this.jdbc
			.sql("DELETE FROM parked WHERE subscription = ? AND source = ? AND partition = ? AND position = ?")
			.params(subscription, message.source(), message.partition(), message.position())
			.update();
		if (removed != 1) {
			throw new FencedException(subscription);
		}
	}

	/// The message failed once more: pauses double from the first to the longest; after
	/// the last attempt it is DEAD.
	void failedAgain(String subscription, LoggedMessage message, Duration first, Duration longest, int attempts,
			String error) {
		this.jdbc.sql("""
				UPDATE parked SET attempts = attempts + 1, error = ?,
					state = CASE WHEN attempts + 1 >= ? THEN 'DEAD' ELSE 'PARKED' END,
					next_attempt_at = now() + least(? * power(2, least(attempts, 30)), ?) * interval '1 millisecond'
				WHERE subscription = ? AND source = ? AND partition = ? AND position = ?
				""")
			.params(error, attempts, first.toMillis(), longest.toMillis(), subscription, message.source(),
					message.partition(), message.position())
			.update();
	}

	/// How many messages of the subscription are in each state.
	Counts counts(String subscription) {
		return this.jdbc
			.sql("""
					SELECT count(*) FILTER (WHERE state = 'PARKED') AS parked, count(*) FILTER (WHERE state = 'DEAD') AS dead
					FROM parked WHERE subscription = ?
					""")
			.param(subscription)
			.query(Counts.class)
			.single();
	}

	record Counts(long parked, long dead) {

	}

}
