package dev.cleave;

import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;

import dev.cleave.platform.local.LocalServerException;
import dev.cleave.platform.local.LocalServers;
import dev.cleave.platform.local.LocalSettings;
import org.jspecify.annotations.NullMarked;
import org.springframework.boot.SpringApplication;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.util.FileSystemUtils;

/// One PostgreSQL and one Redis for all tests of a JVM, each started when first asked for, both gone with the JVM.
/// The PostgreSQL user is `postgres` and needs no password.
@NullMarked
public final class TestServers {

	private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

	private static final String PREFIX = "cleave-test-" + System.getProperty("user.name") + "-";

	private static final int MOST_JVMS = 64;

	private TestServers() {
	}

	/// Where tests unpack the servers' programs, once per machine.
	public static Path programs() {
		return TEMPORARY.resolve(PREFIX + "programs");
	}

	/// The address of a database, which is created if it is missing.
	public static String jdbcUrl(String database) {
		return Shared.SERVERS.postgres().jdbcUrl(database);
	}

	/// The address of an empty database that nobody else uses.
	public static String freshDatabase() {
		return jdbcUrl("test_" + UUID.randomUUID().toString().replace("-", ""));
	}

	/// The port of the Redis on the loopback address.
	public static int redisPort() {
		return Shared.SERVERS.redis().port();
	}

	/// Takes the first folder that no running JVM holds. One whose JVM was killed comes
	/// with servers still running.
	private static LocalServers open(int number) {
		var folder = TEMPORARY.resolve(PREFIX + number);
		try {
			var servers = LocalServers.open(LocalSettings.throwaway(folder, programs()));
			servers.clear();
			whenSpringIsDone(() -> close(servers, folder));
			return servers;
		}
		catch (LocalServerException ex) {
			if (number == MOST_JVMS) {
				throw ex;
			}
			return open(number + 1);
		}
	}

	/// Not a plain shutdown hook: the contexts that tests left open must close their
	/// pools first. Spring installs its hook once an application runs; a JVM of plain
	/// tests has to ask for it.
	private static void whenSpringIsDone(Runnable work) {
		var hook = ReflectionTestUtils.getField(SpringApplication.class, "shutdownHook");
		ReflectionTestUtils.invokeMethod(Objects.requireNonNull(hook), "enableShutdownHookAddition");
		SpringApplication.getShutdownHandlers().add(work);
	}

	private static void close(LocalServers servers, Path folder) {
		servers.close();
		FileSystemUtils.deleteRecursively(folder.toFile());
	}

	/// Opened by the first who needs a server.
	private static final class Shared {

		private static final LocalServers SERVERS = open(0);

	}

}
