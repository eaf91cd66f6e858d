package dev.cleave.reporting.projections.exports;

import java.sql.Array;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.cleave.reporting.projections.exports.PartWriter.Part;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The exports as those know them who make them.
@Repository
class ExportJobs {

	private final JdbcClient jdbc;

	ExportJobs(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/// Takes the one that is due for longest and that nobody else is at work on. Since
	/// each part makes it due anew, all
	/// that are unfinished come in turn, and a short one does not wait for a long one.
	Optional<Job> claim() {
		return this.jdbc.sql("""
				SELECT %s, position FROM export WHERE status IN ('QUEUED', 'RUNNING') AND due_at <= now()
				ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED
				""".formatted(Exports.COLUMNS))
			.query((row, number) -> new Job(Exports.export(row, number), texts(row.getArray("position")),
					row.getLong("steps_expected")))
			.optional();
	}

	void add(UUID export, int number, Part part) {
		this.jdbc.sql("INSERT INTO export_part (export, part, rows, content) VALUES (?, ?, ?, ?)")
			.param(export)
			.param(number)
			.param(part.rows())
			.param(part.content())
			.update();
	}

	/// @param position where to go on; null if it is done
	void advance(UUID export, Gain gain, @Nullable List<String> position, long stepsExpected) {
		this.jdbc
			.sql("""
					UPDATE export SET status = CASE WHEN p.position IS NULL THEN 'DONE' ELSE 'RUNNING' END, version = version + 1,
						position = p.position, parts = parts + ?, rows = rows + ?, size = size + ?, steps = steps + ?,
						steps_expected = ?, failures = 0, due_at = clock_timestamp(),
						finished_at = CASE WHEN p.position IS NULL THEN clock_timestamp() END
					FROM (SELECT ?::text[] AS position) p WHERE id = ?
					""")
			.param(gain.parts())
			.param(gain.rows())
			.param(gain.size())
			.param(gain.steps())
			.param(stepsExpected)
			.param((position != null) ? position.toArray(String[]::new) : null)
			.param(export)
			.update();
	}

	/// Puts it off, or gives it up after so many failures in a row.
	void fail(UUID export, String failure, int attempts, Duration pause) {
		this.jdbc
			.sql("""
					UPDATE export SET failures = failures + 1, version = version + 1,
						due_at = now() + least(interval '5 minutes', interval '1 second' * ?::float8 * 2 ^ least(failures, 20)),
						status = CASE WHEN failures + 1 >= ? THEN 'FAILED' ELSE status END,
						failure = CASE WHEN failures + 1 >= ? THEN ? END,
						finished_at = CASE WHEN failures + 1 >= ? THEN now() END
					WHERE id = ? AND status IN ('QUEUED', 'RUNNING')
					""")
			.param(pause.toMillis() / 1_000.0)
			.param(attempts)
			.param(attempts)
			.param(failure)
			.param(attempts)
			.param(export)
			.update();
	}

	private static @Nullable List<String> texts(@Nullable Array column) throws SQLException {
		return (column != null) ? List.of((String[]) column.getArray()) : null;
	}

	/// An export that its claimer alone is at work on.
	///
	/// @param position key of the last row; null if there is none yet
	record Job(Export export, @Nullable List<String> position, long stepsExpected) {

	}

	/// By how much an export has grown.
	record Gain(int parts, long rows, long size, long steps) {

	}

}
