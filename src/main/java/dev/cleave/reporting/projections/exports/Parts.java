package dev.cleave.reporting.projections.exports;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Finished parts, to be fetched and at last to be swept up.
@Repository
class Parts {

	private final JdbcClient jdbc;

	Parts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/// As it was written, compressed; empty if the export was removed.
	Optional<byte[]> find(UUID export, int number) {
		return this.jdbc.sql("SELECT content FROM export_part WHERE export = ? AND part = ?")
			.param(export)
			.param(number)
			.query(byte[].class)
			.optional();
	}

	/// Removes exports that were finished so long ago; returns how many.
	int removeOld(Duration age, int atMost) {
		return this.jdbc
			.sql("""
					DELETE FROM export WHERE id IN (
						SELECT id FROM export WHERE finished_at < now() - interval '1 second' * ? LIMIT ? FOR UPDATE SKIP LOCKED)
					""")
			.param(age.toSeconds())
			.param(atMost)
			.update();
	}

	/// Removes parts of exports that are gone; returns how many.
	int removeOrphans(int atMost) {
		return this.jdbc.sql("""
				DELETE FROM export_part WHERE (export, part) IN (
					SELECT export, part FROM export_part p
					WHERE NOT EXISTS (SELECT FROM export e WHERE e.id = p.export) LIMIT ?)
				""").param(atMost).update();
	}

}
