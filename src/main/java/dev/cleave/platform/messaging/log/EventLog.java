package dev.cleave.platform.messaging.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

import javax.sql.DataSource;

import dev.cleave.platform.Fail;

import org.springframework.dao.TransientDataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/// Moves a module's outbox into its log, and reads the log.
///
/// Whoever holds a partition's row moves what is committed, in the order of the outbox's ids, and gives each message the
/// partition's next position. A transaction that commits late is simply moved later: nothing is skipped, and no reader
/// ever waits for a gap to fill.
final class EventLog {

	private static final String LOCK = """
			SELECT partition FROM log_partition l
			WHERE EXISTS (SELECT FROM outbox o WHERE o.partition = l.partition AND o.id > ?)
			ORDER BY partition FOR UPDATE SKIP LOCKED
			""";

	/// Rows of the outbox never move while their partition is held, so they are found
	/// again
	/// by their place on disk, which is quick whatever the planner believes of a table
	/// that
	/// is empty one moment and full the next.
	private static final String MOVE = """
			WITH moved AS (
				DELETE FROM outbox WHERE ctid = ANY (ARRAY (
					SELECT o.place FROM unnest(?::smallint[]) AS p (partition)
					CROSS JOIN LATERAL (
						SELECT ctid AS place FROM outbox WHERE outbox.partition = p.partition AND id > ?
						ORDER BY id LIMIT ?) o))
				RETURNING *
			), logged AS (
				INSERT INTO event_log (partition, position, message_id, kind, type, subject, sequence, time, traceparent,
					data)
				SELECT m.partition,
					l.next_position + row_number() OVER (PARTITION BY m.partition ORDER BY m.id) - 1,
					m.message_id, m.kind, m.type, m.subject, m.sequence, m.time, m.traceparent, m.data
				FROM moved m JOIN log_partition l ON l.partition = m.partition
				RETURNING partition, position
			), counted AS (
				UPDATE log_partition l SET next_position = n.position + 1
				FROM (SELECT partition, max(position) AS position FROM logged GROUP BY partition) n
				WHERE l.partition = n.partition
			)
			SELECT max(id) AS youngest, pg_current_xact_id()::text::bigint AS transaction FROM moved
			""";

	/// A row for each message, and one at least for each window, which says whether it
	/// reaches beyond the log. Where a standby is waited for, what is read is written
	/// about, so that the end of the reading waits for it, too.
	private static final String READ = """
			SELECT w.partition, w.past > l.next_position AS beyond, e.*,
				(SELECT pg_logical_emit_message(true, 'cleave.read', '')
					WHERE current_setting('synchronous_standby_names') <> '') AS sure
			FROM unnest(?::smallint[], ?::bigint[], ?::bigint[]) AS w (partition, first, past)
			JOIN log_partition l ON l.partition = w.partition
			LEFT JOIN LATERAL (
				SELECT position, message_id, kind, type, subject, sequence, time, traceparent, data
				FROM event_log WHERE event_log.partition = w.partition
					AND position >= w.first AND position < w.past AND type = ANY (?)
				ORDER BY position) e ON true
			ORDER BY w.partition, e.position
			""";

	private static final String READ_ALL = READ.replace(" AND type = ANY (?)", "");

	private final String module;

	private final JdbcClient jdbc;

	private final JdbcTemplate template;

	private final LowWaterMark lowWater = new LowWaterMark();

	private final TransactionOperations transactions;

	private final TransactionOperations ownTransactions;

	EventLog(String module, DataSource source, PlatformTransactionManager transactions) {
		this.module = module;
		this.template = new JdbcTemplate(source);
		this.jdbc = JdbcClient.create(this.template);
		this.transactions = new TransactionTemplate(transactions);
		this.ownTransactions = new TransactionTemplate(transactions,
				new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
	}

	/// Moves at most so many messages of each partition that nobody else is moving.
	/// Returns whether there were any.
	boolean sequence(int mostPerPartition) {
		var moved = Boolean.TRUE.equals(this.transactions.execute(tx -> {
			var mark = this.lowWater.by(this.template);
			var partitions = this.jdbc.sql(LOCK).param(mark.id()).query(Short.class).list().toArray(Short[]::new);
			return partitions.length > 0 && move(partitions, mark, mostPerPartition);
		}));
		if (moved) {
			Fail.point("log.sequenced");
		}
		return moved;
	}

	/// Returns whether there was anything: somebody else may have moved it meanwhile.
	private boolean move(Short[] partitions, LowWaterMark.Mark mark, int mostPerPartition) {
		var moved = this.jdbc.sql(MOVE)
			.param(partitions)
			.param(mark.id())
			.param(mostPerPartition)
			.query((row, number) -> {
				this.lowWater.moved(mark, row.getLong("transaction"), row.getLong("youngest"));
				return row.getLong("youngest") > 0;
			})
			.single();
		Fail.point("log.moved");
		return moved;
	}

	/// The next position of each partition.
	long[] heads() {
		return this.jdbc.sql("SELECT next_position FROM log_partition ORDER BY partition")
			.query(Long.class)
			.list()
			.stream()
			.mapToLong(Long::longValue)
			.toArray();
	}

	/// Reads in a transaction of its own and so gives the connection back at once: within
	/// the reader's it would be kept until that ends, and a reader that never ends would
	/// eat this module's pool.
	///
	/// Where a standby is waited for, it has what this returns. A commit whose wait was
	/// cancelled can be seen although a failover may undo it: nothing of it may get into
	/// a topic, or into another module's database, where it would stay.
	/// @param types to read; empty for all
	/// @throws TransientDataAccessException if a window reaches beyond the log, which is
	/// not as long as it was seen to be: another database has taken its place
	List<LoggedMessage> read(List<LogWindow> windows, Collection<String> types) {
		return Objects.requireNonNull(this.ownTransactions.execute(tx -> {
			var statement = this.jdbc.sql(types.isEmpty() ? READ_ALL : READ)
				.param(windows.stream().map(LogWindow::partition).toArray(Short[]::new))
				.param(windows.stream().map(LogWindow::first).toArray(Long[]::new))
				.param(windows.stream().map(LogWindow::past).toArray(Long[]::new));
			return (types.isEmpty() ? statement : statement.param(types.toArray(String[]::new))).query(this::messages);
		}));
	}

	private List<LoggedMessage> messages(ResultSet rows) throws SQLException {
		var mapper = LoggedMessage.rowOf(this.module);
		var messages = new ArrayList<LoggedMessage>();
		while (rows.next()) {
			if (rows.getBoolean("beyond")) {
				throw new TransientDataAccessResourceException(
						"The log of %s is not as long as it was".formatted(this.module));
			}
			if (rows.getObject("message_id") != null) {
				messages.add(mapper.mapRow(rows, messages.size()));
			}
		}
		return messages;
	}

	/// Does some work unless somebody else is at it, in whatever process. A lock that
	/// dies with the connection keeps others
	/// away.
	boolean exclusively(String what, Runnable work) {
		return Boolean.TRUE.equals(this.transactions.execute(tx -> {
			var mine = this.jdbc.sql("SELECT pg_try_advisory_xact_lock(hashtextextended(?, 0))")
				.param(what)
				.query(Boolean.class)
				.single();
			if (mine) {
				work.run();
			}
			return mine;
		}));
	}

	/// The id of the youngest message that is not in the log yet, or 0.
	long youngestUnsequenced() {
		return this.jdbc.sql("SELECT coalesce(max(id), 0) FROM outbox").query(Long.class).single();
	}

	boolean hasUnsequencedUpTo(long id) {
		return this.jdbc.sql("SELECT EXISTS (SELECT FROM outbox WHERE id <= ?)")
			.param(id)
			.query(Boolean.class)
			.single();
	}

}
