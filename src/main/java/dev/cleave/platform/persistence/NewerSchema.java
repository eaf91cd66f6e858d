package dev.cleave.platform.persistence;

import java.util.Arrays;

import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A schema that a later release has migrated. A release goes back to the one before without going back with the schema:
/// migrations only add what the former release does not miss.
final class NewerSchema {

	private static final Logger log = LoggerFactory.getLogger(NewerSchema.class);

	private NewerSchema() {
	}

	/// Says so, if it is one.
	static void tell(String schema, MigrationInfoService migrations) {
		var unknown = Arrays.stream(migrations.all())
			.filter(migration -> migration.getState() == MigrationState.FUTURE_SUCCESS)
			.toList();
		if (!unknown.isEmpty()) {
			log.warn(
					"Schema {} is newer than this release, which serves it as it is. Migrations that are not in this jar: {}; the last is version {} ({})",
					schema, unknown.size(), unknown.getLast().getVersion(), unknown.getLast().getDescription());
		}
	}

}
