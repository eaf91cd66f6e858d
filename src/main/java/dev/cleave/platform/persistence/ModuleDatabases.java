package dev.cleave.platform.persistence;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.cleave.platform.modules.ActiveModule;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/// Prepares the schemas of all modules of this process side by side, as soon as the context has its settings, and
/// hands each module its connections when they are ready.
@Component
final class ModuleDatabases {

	private final Map<String, CompletableFuture<LaneDataSource>> sources;

	ModuleDatabases(ObjectProvider<ActiveModule> modules, DatabaseSettings settings,
			ObjectProvider<JdbcConnectionDetails> adminConnection) {
		var details = adminConnection.getIfAvailable();
		var admin = (details != null) ? new Login(details.getJdbcUrl(), details.getUsername(), details.getPassword())
				: null;
		var threads = Executors.newVirtualThreadPerTaskExecutor();
		this.sources = modules.orderedStream()
			.map(ActiveModule::name)
			.collect(Collectors.toUnmodifiableMap(Function.identity(),
					module -> CompletableFuture.supplyAsync(() -> open(module, settings, admin), threads)));
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

	private static LaneDataSource open(String module, DatabaseSettings settings, @Nullable Login admin) {
		var database = settings.of(module);
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
		new SchemaPreparation(module, (admin != null) ? admin.at(url) : null, owner, runtime).run(settings.migrate());
		return new LaneDataSource(module, runtime, settings.pools());
	}

}
