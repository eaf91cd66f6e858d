package dev.cleave.platform.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import javax.sql.DataSource;

import dev.cleave.platform.persistence.DatabaseSettings.Migrate;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Brings one module's schema to the version this release needs. With an admin connection it makes roles and schema
/// first; with the owner's login it migrates; with neither it only looks, and names what is missing.
final class SchemaPreparation {

	private static final Logger log = LoggerFactory.getLogger(SchemaPreparation.class);

	private static final long ROLES_LOCK = 0x436c65617665L;

	private final String module;

	private final @Nullable Login admin;

	private final @Nullable Login owner;

	private final Login runtime;

	SchemaPreparation(String module, @Nullable Login admin, @Nullable Login owner, Login runtime) {
		this.module = module;
		this.admin = admin;
		this.owner = owner;
		this.runtime = runtime;
	}

	void run(Migrate migrate) {
		if (migrate == Migrate.CHECK) {
			check();
		}
		else if (this.admin != null) {
			makeRoles(this.admin);
			migrate(this.admin.unpooled(), "SET ROLE cleave_%s_owner".formatted(this.module));
		}
		else if (this.owner != null) {
			migrate(this.owner.unpooled(), null);
		}
		else {
			throw new SchemaNotReadyException(this.module,
					"Nobody may migrate it: there is no admin connection (spring.datasource.url) and no owner login.",
					"Set cleave.persistence.%1$s.owner-username and .owner-password, or start with cleave.migrate=check."
						.formatted(this.module));
		}
	}

	/// One node at a time: roles belong to the whole cluster and `CREATE ROLE` does not
	/// wait for a rival.
	private void makeRoles(Login admin) {
		var source = admin.unpooled();
		var jdbc = new JdbcTemplate(source);
		new TransactionTemplate(new DataSourceTransactionManager(source)).executeWithoutResult(tx -> {
			jdbc.execute("SELECT pg_advisory_xact_lock(%d)".formatted(ROLES_LOCK));
			jdbc.execute(rolesScript(this.module));
			jdbc.execute("SELECT set_config('cleave.password', '%s', true)"
				.formatted(String.valueOf(this.runtime.password()).replace("'", "''")));
			jdbc.execute(
					"DO $$ BEGIN EXECUTE format('ALTER ROLE %%I PASSWORD %%L', '%s', current_setting('cleave.password')); END $$"
						.formatted(this.runtime.username()));
		});
	}

	static String rolesScript(String module) {
		try {
			return new ClassPathResource("db/roles/module.sql").getContentAsString(StandardCharsets.UTF_8)
				.replace("${module}", module);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void migrate(DataSource source, @Nullable String initSql) {
		var applied = flyway(source, initSql).migrate().migrationsExecuted;
		if (applied > 0) {
			log.info("Applied {} migrations to schema {}", applied, this.module);
		}
	}

	private void check() {
		MigrationInfo[] pending;
		try {
			pending = flyway(this.runtime.unpooled(), null).info().pending();
		}
		catch (RuntimeException ex) {
			throw new SchemaNotReadyException(this.module,
					"The runtime role %s can't use it: %s".formatted(this.runtime, rootMessage(ex)),
					"Run docker/postgres/roles.sql as an administrator, give the role its password, and migrate with cleave.migrate=only.",
					ex);
		}
		if (pending.length > 0) {
			throw new SchemaNotReadyException(this.module,
					"It lacks %d migrations; the next is version %s (%s).".formatted(pending.length,
							pending[0].getVersion(), pending[0].getDescription()),
					"Run this jar once with cleave.migrate=only and the owner login cleave.persistence.%s.owner-username."
						.formatted(this.module));
		}
	}

	private Flyway flyway(DataSource source, @Nullable String initSql) {
		return Flyway.configure()
			.dataSource(source)
			.initSql(initSql)
			.schemas(this.module)
			.createSchemas(false)
			.table("schema_history")
			.locations("classpath:db/migration/platform", "classpath:db/migration/" + this.module)
			.placeholders(Map.of("runtime", String.valueOf(this.runtime.username()), "module", this.module))
			.outOfOrder(true)
			.validateMigrationNaming(true)
			.cleanDisabled(true)
			.load();
	}

	private static String rootMessage(Throwable thrown) {
		var cause = thrown.getCause();
		return (cause != null) ? rootMessage(cause)
				: String.valueOf(thrown.getMessage()).lines().findFirst().orElse("");
	}

}
