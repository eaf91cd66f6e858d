package dev.cleave.platform.messaging.log;

import java.util.List;

import dev.cleave.platform.Ids;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/// Writes the messages of one transaction into a module's outbox, in that transaction and by one statement.
///
/// The statement takes the lock of every subject's head, in sorted order, before it draws the outbox's ids: so ids of
/// one subject rise in the order in which their transactions commit, and sequence numbers have no gap.
final class Outbox {

	private static final String INSERT = """
			WITH message AS (
				SELECT *, row_number() OVER (PARTITION BY subject, kind ORDER BY place DESC) - 1 AS followers
				FROM unnest(?::uuid[], ?::smallint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
					WITH ORDINALITY AS m (message_id, partition, kind, type, subject, traceparent, data, place)
			), head AS (
				INSERT INTO message_sequence AS s (subject, kind, last)
				SELECT subject, kind, count(*) FROM message GROUP BY subject, kind ORDER BY subject, kind
				ON CONFLICT (subject, kind) DO UPDATE SET last = s.last + EXCLUDED.last
				RETURNING subject, kind, last
			)
			INSERT INTO outbox (message_id, partition, kind, type, subject, sequence, time, traceparent, data)
			SELECT m.message_id, m.partition, m.kind, m.type, m.subject, h.last - m.followers, now(), m.traceparent, m.data
			FROM message m JOIN head h ON h.subject = m.subject AND h.kind = m.kind
			ORDER BY m.place
			""";

	private final JdbcClient jdbc;

	private final MessageJson json;

	Outbox(JdbcClient jdbc, MessageJson json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	void write(List<Draft> drafts) {
		this.jdbc.sql(INSERT)
			.param(drafts.stream().map(draft -> Ids.next().toString()).toArray(String[]::new))
			.param(drafts.stream().map(draft -> partitionOf(draft.subject())).toArray(Short[]::new))
			.param(drafts.stream().map(draft -> draft.type().kind()).toArray(String[]::new))
			.param(drafts.stream().map(draft -> draft.type().name()).toArray(String[]::new))
			.param(drafts.stream().map(Draft::subject).toArray(String[]::new))
			.param(drafts.stream().map(Draft::traceparent).toArray(String[]::new))
			.param(drafts.stream().map(draft -> this.json.write(draft.message())).toArray(String[]::new))
			.update();
	}

	/// Messages of one subject share a partition for ever, so this must never change.
	static short partitionOf(String subject) {
		var hash = subject.hashCode();
		return (short) Math.floorMod(hash ^ (hash >>> 16), EventPartitions.COUNT);
	}

	/// A message that its transaction will write when it commits.
	record Draft(MessageType type, Object message, @Nullable String traceparent) {

		String subject() {
			return this.type.subjectOf(this.message);
		}

	}

}
