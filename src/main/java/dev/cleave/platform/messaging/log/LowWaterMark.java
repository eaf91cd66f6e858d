package dev.cleave.platform.messaging.log;

import java.sql.Connection;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

import org.springframework.jdbc.core.JdbcTemplate;

/// An id of an outbox up to which nothing is left and nothing can come. Whoever looks for messages begins after it, and
/// so does not walk over all that were deleted since the last vacuum: by the second or minute those are many thousands.
///
/// It is learned in three steps. What was moved shows that an id has been drawn. A transaction's number that is taken
/// afterwards is higher than those of all writers that have drawn up to that id, as they write before they draw (see
/// [Outbox]). When no transaction below that number is open and no such row is seen, none will be.
///
/// That is true of one database, and of another that has taken its place only up to where it was copied. As its
/// connections break then, a connection that is new here makes everything be learned again.
final class LowWaterMark {

	private static final String PASSED = """
			SELECT CASE WHEN pg_snapshot_xmin(pg_current_snapshot())::text::bigint < ? THEN false ELSE NOT EXISTS (
				SELECT FROM log_partition l WHERE EXISTS (
					SELECT FROM outbox o WHERE o.partition = l.partition AND o.id > ? AND o.id <= ?)) END
			""";

	private final Set<PGConnection> known = Collections.newSetFromMap(new WeakHashMap<>());

	private long id;

	private long youngestMoved;

	private @Nullable Candidate candidate;

	/// As this transaction's connection knows it. Ask before the transaction writes.
	synchronized Mark by(JdbcTemplate jdbc) {
		var connection = jdbc.execute((Connection open) -> open.unwrap(PGConnection.class));
		if (this.known.add(connection)) {
			this.id = 0;
			this.youngestMoved = 0;
			this.candidate = null;
		}
		var next = this.candidate;
		if (next != null && Boolean.TRUE
			.equals(jdbc.queryForObject(PASSED, Boolean.class, next.transaction(), this.id, next.id()))) {
			this.id = next.id();
			this.candidate = null;
		}
		return new Mark(this.id, this.youngestMoved);
	}

	/// @param from the mark that this transaction began with
	/// @param transaction its number
	/// @param youngest id of what it moved
	synchronized void moved(Mark from, long transaction, long youngest) {
		if (this.candidate == null && from.youngestMoved() > this.id) {
			this.candidate = new Candidate(from.youngestMoved(), transaction);
		}
		this.youngestMoved = Math.max(this.youngestMoved, youngest);
	}

	/// @param id nothing is to be found up to here
	/// @param youngestMoved id that was drawn before
	record Mark(long id, long youngestMoved) {

	}

	/// @param id drawn before the transaction got its number
	private record Candidate(long id, long transaction) {

	}

}
