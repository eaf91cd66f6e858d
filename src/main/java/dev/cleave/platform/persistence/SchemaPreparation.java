package dev.cleave.platform.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import javax.sql.DataSource;

import dev.cleave.platform.Fail;
import dev.cleave.platform.persistence.DatabaseSettings.Migrate;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Brings one module's schema to the version this release needs. With an admin connection it makes roles and schema
/// first; with the owner's login it migrates; told to check, it only looks.
final class SchemaPreparation {

	private static final Logger log = LoggerFactory.getLogger(SchemaPreparation.class);

	private static final long ROLES_LOCK = 0x436c65617665L;

	private final ModuleLogins logins;

	SchemaPreparation(ModuleLogins logins) {
		this.logins = logins;
	}

	void run(Migrate migrate) {
		if (migrate == Migrate.CHECK) {
			new SchemaCheck(this.logins).run();
		}
		else if (this.logins.admin() != null) {
			makeRoles(this.logins.admin());
			migrate(this.logins.admin().unpooled(), "SET ROLE cleave_%s_owner".formatted(this.logins.module()));
		}
		else if (this.logins.owner() != null) {
			migrate(this.logins.owner().unpooled(), null);
		}
		else {
			throw new SchemaNotReadyException(this.logins.module(),
					"Nobody may migrate it: there is no admin connection (spring.datasource.url) and no owner login.",
					"Set cleave.persistence.%1$s.owner-username and .owner-password, or start with cleave.migrate=check."
						.formatted(this.logins.module()));
		}
	}

	/// One node at a time: roles belong to the whole cluster and `CREATE ROLE` does not
	/// wait for a rival.
	private void makeRoles(Login admin) {
		var source = admin.unpooled();
		var jdbc = new JdbcTemplate(source);
		var runtime = this.logins.runtime();
		new TransactionTemplate(new DataSourceTransactionManager(source)).executeWithoutResult(tx -> {
			jdbc.execute("SELECT pg_advisory_xact_lock(%d)".formatted(ROLES_LOCK));
			jdbc.execute(rolesScript(this.logins.module()));
			jdbc.execute("SELECT set_config('cleave.password', '%s', true)"
				.formatted(String.valueOf(runtime.password()).replace("'", "''")));
			jdbc.execute(
					"DO $$ BEGIN EXECUTE format('ALTER ROLE %%I PASSWORD %%L', '%s', current_setting('cleave.password')); END $$"
						.formatted(runtime.username()));
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
		try {
			var migrations = flyway(this.logins, source, initSql);
			var applied = migrations.migrate().migrationsExecuted;
			if (applied > 0) {
				log.info("Applied {} migrations to schema {}", applied, this.logins.module());
			}
			Fail.point("schema.migrated");
			NewerSchema.tell(this.logins.module(), migrations.info());
		}
		catch (RuntimeException ex) {
			throw SchemaCheck.explain(this.logins,
					(this.logins.owner() != null) ? this.logins.owner() : this.logins.runtime(), ex);
		}
	}

	static Flyway flyway(ModuleLogins logins, DataSource source, @Nullable String initSql) {
		return Flyway.configure()
			.dataSource(source)
			.initSql(initSql)
			.schemas(logins.module())
			.createSchemas(false)
			.table("schema_history")
			.locations("classpath:db/migration/platform", "classpath:db/migration/" + logins.module())
			.placeholders(Map.of("runtime", String.valueOf(logins.runtime().username()), "module", logins.module()))
			.outOfOrder(true)
			.validateMigrationNaming(true)
			.cleanDisabled(true)
			.load();
	}

}
