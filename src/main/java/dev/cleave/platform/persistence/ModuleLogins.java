package dev.cleave.platform.persistence;

import dev.cleave.platform.persistence.DatabaseSettings.Database;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;

/// Where one module's database is and who may do what in it.
///
/// @param admin may make roles and schemas; not there in production
/// @param owner owns the schema and migrates it; needed where there is no admin
/// @param runtime serves, and owns nothing
record ModuleLogins(String module, @Nullable Login admin, @Nullable Login owner, Login runtime) {

	static ModuleLogins of(String module, DatabaseSettings settings, Environment environment, @Nullable Login admin) {
		var database = Database.of(module, environment);
		var url = (database.url() != null) ? database.url() : (admin != null) ? admin.url() : null;
		if (url == null) {
			throw new SchemaNotReadyException(module, "No database is configured for it.",
					"Set spring.datasource.url (one database for all modules) or cleave.persistence.%s.url."
						.formatted(module));
		}
		var runtime = new Login(url, (database.username() != null) ? database.username() : "cleave_" + module,
				(database.password() != null) ? database.password() : settings.rolePassword());
		var owner = (database.ownerUsername() != null)
				? new Login(url, database.ownerUsername(), database.ownerPassword()) : null;
		return new ModuleLogins(module, (admin != null) ? admin.at(url) : null, owner, runtime);
	}

}
