package dev.cleave.platform.local;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/// A PostgreSQL of one's own, on a free port of the loopback address, open to every local user as `postgres`.
public final class LocalPostgres implements AutoCloseable {

	/// Present only where the embedded server is on the class path, which it is not in
	/// the deployed jar.
	static final String REQUIRED_CLASS = "io.zonky.test.db.postgres.embedded.EmbeddedPostgres";

	/// The superuser, who needs no password. The address does not name the user, so that
	/// others may use it, too.
	public static final String USER = "postgres";

	private static final String PROGRAM = "postgres";

	private static final Logger logger = LoggerFactory.getLogger(LocalPostgres.class);

	private final EmbeddedPostgres server;

	private final Path data;

	private LocalPostgres(EmbeddedPostgres server, Path data) {
		this.server = server;
		this.data = data;
	}

	/// Starts on the data kept in the directory, or on fresh data when there is none.
	static LocalPostgres start(LocalSettings settings) {
		requireUser();
		var data = data(settings);
		sweep(data);
		try {
			PrivateFolder.create(settings.programsOrDefault());
			var log = ServerLog.anew(settings.directory().resolve("postgres.log"));
			try {
				return new LocalPostgres(PostgresLaunch.launch(settings, data, log), data);
			}
			catch (IOException | RuntimeException ex) {
				sweep(data);
				throw new LocalServerException(
						"PostgreSQL did not start in %s: %s. Its last words:\n%s".formatted(data, ex.getMessage(),
								log.end()),
						"Read %s, or set spring.datasource.url to a PostgreSQL of yours.".formatted(log.file()), ex);
			}
		}
		catch (IOException ex) {
			throw new LocalServerException("The folder %s cannot be used: %s".formatted(settings.directory(), ex),
					"Make it writable for this user, or set cleave.local.directory to another folder.", ex);
		}
	}

	static void clear(LocalSettings settings) {
		sweep(data(settings));
		FileSystemUtils.deleteRecursively(data(settings).toFile());
	}

	private static Path data(LocalSettings settings) {
		return settings.directory().resolve("postgres");
	}

	private static void sweep(Path data) {
		ServerProcess.sweep(pidFile(data), PROGRAM, data);
	}

	private static Path pidFile(Path data) {
		return data.resolve("postmaster.pid");
	}

	private static void requireUser() {
		if ("root".equals(System.getProperty("user.name")) && !LinuxUtils.isUnshareAvailable()) {
			throw new LocalServerException(
					"PostgreSQL refuses to run as root, and `unshare -U`, which lends it another user, is missing or forbidden.",
					"Run as another user, install util-linux, or set spring.datasource.url to a PostgreSQL of yours.");
		}
	}

	/// The address of a database, which is created if it is missing.
	public String jdbcUrl(String database) {
		try (var connection = this.server.getPostgresDatabase().getConnection();
				var question = connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
			question.setString(1, database);
			if (!question.executeQuery().next()) {
				try (var creation = connection.createStatement()) {
					creation.execute("CREATE DATABASE " + creation.enquoteIdentifier(database, true));
				}
			}
			return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(this.server.getPort(), database);
		}
		catch (SQLException ex) {
			throw new IllegalStateException("Cannot create the database " + database, ex);
		}
	}

	/// Ends the server after its running transactions are rolled back; the data stays.
	@Override
	public void close() {
		try {
			this.server.close();
		}
		catch (IOException ex) {
			logger.warn("PostgreSQL did not stop in good order", ex);
		}
		ServerProcess.find(pidFile(this.data), PROGRAM, this.data).ifPresent(ServerProcess::end);
	}

}
