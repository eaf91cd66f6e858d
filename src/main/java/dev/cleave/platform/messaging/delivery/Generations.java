package dev.cleave.platform.messaging.delivery;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows that say which generation of a module serves, which is being built, and of which something is left. Whoever
/// changes one locks it first, and its cursors after it.
final class Generations {

	private final JdbcClient jdbc;

	Generations(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/// The one that serves and, after it, the one that is being built.
	List<Living> living() {
		return this.jdbc.sql("""
				SELECT number, state = 'SERVING' AS serving, started_at, switched_at FROM generation
				WHERE state IN ('BUILDING', 'SERVING') ORDER BY number
				""")
			.query((row, number) -> new Living(row.getInt("number"), row.getBoolean("serving"),
					row.getObject("started_at", OffsetDateTime.class).toInstant(),
					instant(row.getObject("switched_at", OffsetDateTime.class))))
			.list();
	}

	/// Empty when one is being built already.
	Optional<Integer> begin() {
		return this.jdbc.sql("""
				INSERT INTO generation (number, state) SELECT max(number) + 1, 'BUILDING' FROM generation
				ON CONFLICT DO NOTHING RETURNING number
				""").query(Integer.class).optional();
	}

	/// Locks both, unless somebody else is at it.
	boolean lock(int serving, int building) {
		return this.jdbc.sql("""
				SELECT number FROM generation
				WHERE number = ? AND state = 'SERVING' OR number = ? AND state = 'BUILDING'
				ORDER BY number FOR UPDATE SKIP LOCKED
				""").params(serving, building).query(Integer.class).list().size() == 2;
	}

	/// The building one serves from now on.
	void switchOver(int serving, int building, Collection<String> cursorsOver) {
		end(serving, "SERVING", cursorsOver);
		this.jdbc.sql("UPDATE generation SET state = 'SERVING', switched_at = now() WHERE number = ?")
			.param(building)
			.update();
	}

	/// Ends a generation together with its cursors and what was set aside for it: nobody
	/// can work for it any more.
	boolean end(int number, String stateBefore, Collection<String> cursors) {
		var ids = cursors.toArray(String[]::new);
		var ended = this.jdbc.sql("UPDATE generation SET state = 'OVER' WHERE number = ? AND state = ?")
			.params(number, stateBefore)
			.update();
		if (ended == 1) {
			this.jdbc.sql("DELETE FROM subscription_cursor WHERE subscription = ANY (?)").param(ids).update();
			this.jdbc.sql("DELETE FROM parked WHERE subscription = ANY (?)").param(ids).update();
		}
		return ended == 1;
	}

	/// Locks one that is over and not yet removed, unless somebody else is at it.
	Optional<Integer> lockOver() {
		return this.jdbc
			.sql("SELECT number FROM generation WHERE state = 'OVER' ORDER BY number LIMIT 1 FOR UPDATE SKIP LOCKED")
			.query(Integer.class)
			.optional();
	}

	void removed(int number) {
		this.jdbc.sql("UPDATE generation SET state = 'REMOVED' WHERE number = ?").param(number).update();
	}

	private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
		return (time != null) ? time.toInstant() : null;
	}

	record Living(int number, boolean serving, Instant startedAt, @Nullable Instant switchedAt) {

	}

}
