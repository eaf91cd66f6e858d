package dev.cleave.platform.persistence;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.cleave.platform.MissingSettingException;
import dev.cleave.platform.Production;
import dev.cleave.platform.modules.ActiveModule;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/// Prepares the schemas of all modules of this process side by side, as soon as the context has its settings, and
/// hands each module its connections when they are ready.
@Component
final class ModuleDatabases {

	private final Map<String, CompletableFuture<LaneDataSource>> sources;

	ModuleDatabases(ObjectProvider<ActiveModule> modules, DatabaseSettings settings,
			ObjectProvider<JdbcConnectionDetails> adminConnection, Environment environment) {
		var admin = Login.of(adminConnection.getIfAvailable());
		var threads = Executors.newVirtualThreadPerTaskExecutor();
		this.sources = modules.orderedStream()
			.map(ActiveModule::name)
			.collect(Collectors.toUnmodifiableMap(Function.identity(), module -> CompletableFuture
				.supplyAsync(() -> open(module, settings, environment, admin), threads)));
		threads.shutdown();
	}

	/// Waits until the module's schema is ready.
	LaneDataSource of(String module) {
		var source = this.sources.get(module);
		if (source == null) {
			throw new IllegalArgumentException("Module %s does not run here".formatted(module));
		}
		try {
			return source.join();
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof RuntimeException failure) ? failure : ex;
		}
	}

	private static LaneDataSource open(String module, DatabaseSettings settings, Environment environment,
			@Nullable Login admin) {
		var logins = ModuleLogins.of(module, settings, environment, admin);
		if (environment.matchesProfiles(Production.PROFILE)) {
			refuseKnownPassword(logins.runtime(), module);
		}
		new SchemaPreparation(logins).run(settings.migrate());
		return new LaneDataSource(module, logins.runtime(), settings.pools());
	}

	private static void refuseKnownPassword(Login runtime, String module) {
		if (!StringUtils.hasText(runtime.password()) || DatabaseSettings.LOCAL_PASSWORD.equals(runtime.password())) {
			throw new MissingSettingException("cleave.persistence.%s.password".formatted(module),
					"It is the password of the role %s. One for all modules is cleave.role-password."
						.formatted(runtime.username()));
		}
	}

}
