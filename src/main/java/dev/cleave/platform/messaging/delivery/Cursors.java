package dev.cleave.platform.messaging.delivery;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;

/// How far the subscriptions of one module have come. A cursor is locked while its messages are handled and moves in
/// the same transaction as their effects. Nothing else says who works on what: the lock dies with the connection.
class Cursors {

	private static final String CLAIM = """
			SELECT c.source, c.partition, c.position, EXISTS (
				SELECT FROM parked p WHERE p.subscription = c.subscription AND p.source = c.source
					AND p.partition = c.partition) AS parked
			FROM subscription_cursor c
			JOIN unnest(?::text[], ?::smallint[]) AS w (source, partition)
				ON c.source = w.source AND c.partition = w.partition
			WHERE c.subscription = ?
			ORDER BY c.source, c.partition FOR UPDATE OF c SKIP LOCKED
			""";

	private static final String MOVE = """
			UPDATE subscription_cursor c SET position = w.next
			FROM unnest(?::text[], ?::smallint[], ?::bigint[], ?::bigint[]) AS w (source, partition, expected, next)
			WHERE c.subscription = ? AND c.source = w.source AND c.partition = w.partition AND c.position = w.expected
			""";

	private final JdbcClient jdbc;

	Cursors(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/// A new subscription begins at the start of a log.
	void create(String subscription, String source, int partitions) {
		this.jdbc.sql("""
				INSERT INTO subscription_cursor (subscription, source, partition)
				SELECT ?, ?, partition FROM generate_series(0, ? - 1) AS partition
				ON CONFLICT DO NOTHING
				""").params(subscription, source, partitions).update();
	}

	/// The same for a subscription that can be rebuilt: only while its generation lives,
	/// and under a lock on that. Nobody who comes late brings back what is over.
	void createIn(Conversation conversation, String source, int partitions) {
		this.jdbc.sql("""
				WITH living AS MATERIALIZED (
					SELECT number FROM generation WHERE number = ? AND state IN ('BUILDING', 'SERVING') FOR SHARE)
				INSERT INTO subscription_cursor (subscription, source, partition)
				SELECT ?, ?, partition FROM living, generate_series(0, ? - 1) AS partition
				ON CONFLICT DO NOTHING
				""").params(conversation.generation(), conversation.id(), source, partitions).update();
	}

	/// Locks those of the wanted cursors that nobody else holds.
	List<Cursor> claim(String subscription, Collection<Cursor.Key> wanted) {
		return this.jdbc.sql(CLAIM)
			.param(wanted.stream().map(Cursor.Key::source).toArray(String[]::new))
			.param(wanted.stream().map(Cursor.Key::partition).toArray(Short[]::new))
			.param(subscription)
			.query((row, number) -> new Cursor(new Cursor.Key(row.getString("source"), row.getShort("partition")),
					row.getLong("position"), row.getBoolean("parked")))
			.list();
	}

	/// Moves claimed cursors on, each only if it still stands where it was claimed.
	void move(String subscription, Map<Cursor, Long> next) {
		var cursors = List.copyOf(next.keySet());
		var moved = this.jdbc.sql(MOVE)
			.param(cursors.stream().map(cursor -> cursor.key().source()).toArray(String[]::new))
			.param(cursors.stream().map(cursor -> cursor.key().partition()).toArray(Short[]::new))
			.param(cursors.stream().map(Cursor::position).toArray(Long[]::new))
			.param(cursors.stream().map(next::get).toArray(Long[]::new))
			.param(subscription)
			.update();
		if (moved != cursors.size()) {
			throw new FencedException(subscription);
		}
	}

	/// Where each cursor of a subscription stands.
	Map<Cursor.Key, Long> positions(String subscription) {
		return positions("SELECT source, partition, position FROM subscription_cursor WHERE subscription = ?",
				subscription);
	}

	/// Where each cursor of a subscription stands in the generation that serves.
	Map<Cursor.Key, Long> positionsServing(String declared) {
		return positions("""
				SELECT source, partition, position FROM subscription_cursor
				WHERE subscription IN (?, ? || '#' || (SELECT generation FROM serving))
				""", declared, declared);
	}

	private Map<Cursor.Key, Long> positions(String sql, Object... parameters) {
		return this.jdbc.sql(sql).params(parameters).query(rows -> {
			var positions = new HashMap<Cursor.Key, Long>();
			while (rows.next()) {
				positions.put(new Cursor.Key(rows.getString(1), rows.getShort(2)), rows.getLong(3));
			}
			return positions;
		});
	}

}
