package dev.cleave.platform.local;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/// How the local PostgreSQL is prepared and started.
final class PostgresLaunch {

	private static final Logger logger = LoggerFactory.getLogger(PostgresLaunch.class);

	/// Enough to recover from a crash under load; a server that cannot start at all costs
	/// this long, too.
	private static final Duration START_LIMIT = Duration.ofSeconds(30);

	private PostgresLaunch() {
	}

	/// Starts on the data that is there, or prepares the folder first.
	static EmbeddedPostgres launch(LocalSettings settings, Path data, ServerLog log) throws IOException {
		// Marks a folder that initdb has not finished: such a one can never be started.
		var unfinished = settings.directory().resolve("postgres.unfinished");
		if (Files.exists(unfinished)) {
			FileSystemUtils.deleteRecursively(data);
		}
		if (Files.exists(data)) {
			return server(settings, data, log);
		}
		logger.info("Preparing a PostgreSQL data folder in {} (first run only)…", data);
		Files.writeString(unfinished, "");
		var server = server(settings, data, log);
		Files.delete(unfinished);
		return server;
	}

	private static EmbeddedPostgres server(LocalSettings settings, Path data, ServerLog log) throws IOException {
		var durable = settings.fsync() ? "on" : "off";
		return EmbeddedPostgres.builder()
			.setDataDirectory(data)
			.setOverrideWorkingDirectory(settings.programsOrDefault().toFile())
			.setCleanDataDirectory(false)
			.setRegisterShutdownHook(false)
			.setPort(FreePort.find())
			.setLocaleConfig("locale", "C")
			.setLocaleConfig("locale-provider", "builtin")
			.setLocaleConfig("builtin-locale", "C.UTF-8")
			.setServerConfig("listen_addresses", "127.0.0.1")
			.setServerConfig("unix_socket_directories", "")
			.setServerConfig("max_connections", "500")
			// A module can be moved to or from here.
			.setServerConfig("wal_level", "logical")
			.setServerConfig("log_error_verbosity", "terse")
			.setServerConfig("fsync", durable)
			.setServerConfig("synchronous_commit", durable)
			.setServerConfig("full_page_writes", durable)
			.setOutputRedirector(Redirect.appendTo(log.file().toFile()))
			.setErrorRedirector(Redirect.appendTo(log.file().toFile()))
			.setPGStartupWait(START_LIMIT)
			.start();
	}

}
