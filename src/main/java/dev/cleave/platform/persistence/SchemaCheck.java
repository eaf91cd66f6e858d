package dev.cleave.platform.persistence;

import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/// Looks, with nothing but the runtime login, whether a module's schema can serve this release. If not it names the
/// missing role, grant or version and what to do about it.
final class SchemaCheck {

	private static final String MAKE_ROLES = "Run docker/postgres/roles.sql as an administrator in that database, and give %s its password.";

	private final ModuleLogins logins;

	private final String schema;

	private final JdbcClient jdbc;

	SchemaCheck(ModuleLogins logins) {
		this.logins = logins;
		this.schema = logins.module();
		this.jdbc = JdbcClient.create(logins.runtime().unpooled());
	}

	/// @throws SchemaNotReadyException if anything is missing
	void run() {
		try {
			checkSchema();
			checkTables();
			checkVersion();
		}
		catch (SchemaNotReadyException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			throw explain(this.logins, this.logins.runtime(), ex);
		}
	}

	private void checkSchema() {
		var usable = this.jdbc.sql("SELECT has_schema_privilege(oid, 'USAGE') FROM pg_namespace WHERE nspname = ?")
			.param(this.schema)
			.query(Boolean.class)
			.optional();
		if (usable.isEmpty()) {
			throw missing("There is no schema %s at %s.".formatted(this.schema, this.logins.runtime().url()),
					MAKE_ROLES.formatted(this.logins.runtime().username()));
		}
		if (!usable.get()) {
			throw missingGrant("USAGE ON SCHEMA " + this.schema);
		}
	}

	private void checkTables() {
		this.jdbc.sql("""
				SELECT relname FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace
				WHERE nspname = ? AND relkind IN ('r', 'p', 'v') AND NOT has_table_privilege(pg_class.oid, 'SELECT')
				ORDER BY relname
				""").param(this.schema).query(String.class).list().stream().findFirst().ifPresent(table -> {
			throw missingGrant("SELECT ON %s.%s".formatted(this.schema, table));
		});
	}

	private void checkVersion() {
		var migrations = SchemaPreparation.flyway(this.logins, this.logins.runtime().unpooled(), null).info();
		var pending = migrations.pending();
		if (pending.length > 0) {
			throw missing(
					"It lacks %d migrations; the next is version %s (%s).".formatted(pending.length,
							pending[0].getVersion(), pending[0].getDescription()),
					"Run this jar once with cleave.migrate=only and the owner login cleave.persistence.%s.owner-username."
						.formatted(this.schema));
		}
		NewerSchema.tell(this.schema, migrations);
	}

	private SchemaNotReadyException missingGrant(String grant) {
		var statement = "GRANT %s TO %s".formatted(grant, this.logins.runtime().username());
		return missing("A grant is missing: %s.".formatted(statement),
				"Run docker/postgres/roles.sql as an administrator in that database, or as the schema's owner: %s;"
					.formatted(statement));
	}

	private SchemaNotReadyException missing(String description, String action) {
		return new SchemaNotReadyException(this.schema, description, action);
	}

	/// What it means for an operator that a login met this failure.
	static RuntimeException explain(ModuleLogins logins, Login login, RuntimeException failure) {
		var database = databaseFailure(failure);
		var state = (database != null) ? String.valueOf(database.getSQLState()) : "";
		var words = (database != null) ? String.valueOf(database.getMessage()).lines().findFirst().orElse("") : "";
		return switch (state) {
			case "28000",
					"28P01" ->
				new SchemaNotReadyException(logins.module(),
						"The role %s is missing or has another password: %s".formatted(login, words),
						MAKE_ROLES.formatted(login.username()), failure);
			case "3D000" -> new SchemaNotReadyException(logins.module(), "Its database is missing: %s".formatted(words),
					"Create the database, then run docker/postgres/roles.sql in it as an administrator.", failure);
			case "08001", "08004", "08006", "57P03" -> new SchemaNotReadyException(logins.module(),
					"Its database does not answer %s: %s".formatted(login, words),
					"Start the database, or set cleave.persistence.%s.url to where it is.".formatted(logins.module()),
					failure);
			default -> failure;
		};
	}

	private static @Nullable SQLException databaseFailure(@Nullable Throwable failure) {
		return (failure == null || failure instanceof SQLException) ? (SQLException) failure
				: databaseFailure(failure.getCause());
	}

}
