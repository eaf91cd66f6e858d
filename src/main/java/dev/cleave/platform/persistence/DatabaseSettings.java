package dev.cleave.platform.persistence;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;

/// Where the modules keep their data.
///
/// @param migrate whether this process brings schemas up to date (`auto`), does only that and ends (`only`), or merely
/// checks them (`check`)
/// @param rolePassword password of roles that Cleave makes by itself; never used where a module has its own
/// @param pools connections of each module, by lane
@ConfigurationProperties("cleave")
public record DatabaseSettings(@DefaultValue("auto") Migrate migrate, @DefaultValue(LOCAL_PASSWORD) String rolePassword,
		@DefaultValue Pools pools) {

	static final String LOCAL_PASSWORD = "cleave-local";

	/// What differs from the defaults for one module (`cleave.persistence.<module>`): its
	/// own database or its own logins. Those of modules that do not run here are not
	/// looked at.
	///
	/// @param url JDBC URL; default: that of the admin connection
	/// @param username runtime login, owns nothing; default `cleave_<module>`
	/// @param password of the runtime login; default: the role password
	/// @param ownerUsername login that owns the schema and migrates it; needed where
	/// there is no admin connection
	/// @param ownerPassword of that login
	record Database(@Nullable String url, @Nullable String username, @Nullable String password,
			@Nullable String ownerUsername, @Nullable String ownerPassword) {

		static Database of(String module, Environment environment) {
			return Binder.get(environment).bindOrCreate("cleave.persistence." + module, Database.class);
		}

	}

	/// @param requests connections for answers to callers
	/// @param workers connections for the event engine: at least one more than the module
	/// has subscriptions, because whoever handles a message may wait for a connection to
	/// read another module's log
	/// @param bulk connections for imports and reports
	record Pools(@DefaultValue("8") int requests, @DefaultValue("10") int workers, @DefaultValue("2") int bulk) {
	}

	enum Migrate {

		AUTO, ONLY, CHECK

	}

}
