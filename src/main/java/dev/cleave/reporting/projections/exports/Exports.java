package dev.cleave.reporting.projections.exports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.cleave.reporting.projections.exports.Export.Status;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The exports as their callers know them.
@Repository
class Exports {

	private static final String UNFINISHED = "status IN ('QUEUED', 'RUNNING')";

	static final String COLUMNS = """
			id, report, from_day, to_day, grouped_by, currency, below, status, version, parts, rows, size, steps,
			steps_expected, created_at, finished_at, failure""";

	private final JdbcClient jdbc;

	Exports(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/// Callers take turns until their transactions end, so that no two count the same
	/// ones.
	long countUnfinished() {
		this.jdbc.sql("SELECT count(*) FROM pg_advisory_xact_lock(hashtextextended('reporting.export', 0))")
			.query(Long.class)
			.single();
		return this.jdbc.sql("SELECT count(*) FROM export WHERE " + UNFINISHED).query(Long.class).single();
	}

	void add(UUID id, Question question) {
		this.jdbc
			.sql("""
					INSERT INTO export (id, report, from_day, to_day, grouped_by, currency, below, status, version, parts, rows, size,
						steps, steps_expected, failures, due_at, created_at)
					VALUES (?, ?, ?, ?, ?, ?, ?, 'QUEUED', 1, 0, 0, 0, 0, 0, 0, now(), now())
					""")
			.param(id)
			.param(question.report().name())
			.param(question.from())
			.param(question.to())
			.param(question.by())
			.param(question.currency())
			.param(question.below())
			.update();
	}

	Optional<Export> find(UUID id) {
		return this.jdbc.sql("SELECT " + COLUMNS + " FROM export WHERE id = ?")
			.param(id)
			.query(Exports::export)
			.optional();
	}

	/// Keeps others from changing it until the transaction ends.
	Optional<Export> lock(UUID id) {
		return this.jdbc.sql("SELECT " + COLUMNS + " FROM export WHERE id = ? FOR UPDATE")
			.param(id)
			.query(Exports::export)
			.optional();
	}

	/// The youngest first.
	List<Export> list(@Nullable Instant createdAt, @Nullable UUID id, int limit) {
		return this.jdbc.sql("""
				SELECT %s FROM export WHERE ?::uuid IS NULL OR (created_at, id) < (?::timestamptz, ?::uuid)
				ORDER BY created_at DESC, id DESC LIMIT ?
				""".formatted(COLUMNS))
			.param(id)
			.param((createdAt != null) ? Timestamp.from(createdAt) : null)
			.param(id)
			.param(limit)
			.query(Exports::export)
			.list();
	}

	/// Its parts are swept up later.
	void remove(UUID id) {
		this.jdbc.sql("DELETE FROM export WHERE id = ?").param(id).update();
	}

	static Export export(ResultSet row, int number) throws SQLException {
		var finishedAt = row.getObject("finished_at", OffsetDateTime.class);
		var status = Status.valueOf(row.getString("status"));
		return new Export(row.getObject("id", UUID.class), question(row), status, row.getLong("version"),
				row.getInt("parts"), row.getLong("rows"), row.getLong("size"),
				progress(status, row.getLong("steps"), row.getLong("steps_expected")),
				row.getObject("created_at", OffsetDateTime.class).toInstant(),
				(finishedAt != null) ? finishedAt.toInstant() : null, row.getString("failure"));
	}

	private static Question question(ResultSet row) throws SQLException {
		return new Question(Report.valueOf(row.getString("report")), row.getObject("from_day", LocalDate.class),
				row.getObject("to_day", LocalDate.class), row.getString("grouped_by"), row.getString("currency"),
				row.getObject("below", Long.class));
	}

	/// In hundredths, and whole only when it is done: what is expected is no more than
	/// that.
	private static double progress(Status status, long steps, long expected) {
		if (status == Status.DONE) {
			return 1;
		}
		return (expected == 0) ? 0 : Math.min(99, 100 * steps / expected) / 100.0;
	}

}
