package dev.cleave.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.cleave.TestServers;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/// A PostgreSQL of a test's own, in a process that can be killed, frozen, started again and followed by a standby. It
/// writes to the disk as a real one does, and is gone with this JVM. The user is `postgres`, without a password.
public final class TestPostgres implements AutoCloseable {

	private static final Duration LIMIT = Duration.ofMinutes(2);

	/// PostgreSQL wants nobody else to look into its folders.
	public static final FileAttribute<Set<PosixFilePermission>> ITS_OWN = PosixFilePermissions
		.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

	private static final List<String> OF_ONE_PROCESS = List.of("postmaster.pid", "postmaster.opts", "pg_wal",
			"pg_replslot", "standby.signal");

	private static final String IN_STEP = """
			SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync' AND state = 'streaming'
			""";

	private final Path folder;

	private final int port = Ports.free();

	private @Nullable Process process;

	private TestPostgres(Path folder) {
		this.folder = folder;
	}

	/// An empty one.
	///
	/// @param folder that is made for its data
	public static TestPostgres start(Path folder) {
		var server = new TestPostgres(folder);
		server.run("initdb", "--pgdata=" + folder, "--username=postgres", "--auth=trust", "--no-sync",
				"--encoding=UTF8", "--locale-provider=builtin", "--locale=C", "--builtin-locale=C.UTF-8");
		server.configure("""
				listen_addresses = '127.0.0.1'
				unix_socket_directories = ''
				max_connections = 400
				wal_level = logical
				wal_keep_size = 128MB
				shared_buffers = 64MB
				log_error_verbosity = terse
				""");
		server.startAgain();
		return server;
	}

	/// Another one that is told everything that this one writes.
	///
	/// @param copy folder that is made for its data
	/// @param through port at which it reaches this one
	public TestPostgres follow(Path copy, int through) {
		var standby = new TestPostgres(copy);
		try (var connection = DriverManager.getConnection(url("postgres"));
				var statement = connection.createStatement()) {
			statement.execute("SELECT pg_backup_start('standby', true)");
			FileSystemUtils.copyRecursively(this.folder, copy);
			for (var name : OF_ONE_PROCESS) {
				FileSystemUtils.deleteRecursively(copy.resolve(name));
			}
			Files.createDirectories(copy.resolve("pg_wal/archive_status"));
			Files.createDirectories(copy.resolve("pg_replslot"));
			try (var backup = statement.executeQuery("SELECT labelfile FROM pg_backup_stop(false)")) {
				backup.next();
				Files.writeString(copy.resolve("backup_label"), backup.getString(1));
			}
			Files.createFile(copy.resolve("standby.signal"));
			new ProcessBuilder("chmod", "-R", "go=", copy.toString()).start().waitFor();
		}
		catch (SQLException | IOException ex) {
			throw new IllegalStateException("A copy of %s can't be made".formatted(this.folder), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		standby.configure("primary_conninfo = 'host=127.0.0.1 port=%d user=postgres application_name=standby'\n"
			.formatted(through));
		standby.startAgain();
		Patience.until(LIMIT, () -> asks("SELECT count(*) FROM pg_stat_replication WHERE state = 'streaming'") > 0,
				() -> "Nobody follows: see " + standby.output());
		return standby;
	}

	/// Answers nobody before the one who follows has written it, too; or again at once.
	public void waitsForStandby(boolean waits) {
		execute("ALTER SYSTEM SET synchronous_standby_names = '%s'".formatted(waits ? "standby" : ""));
		execute("SELECT pg_reload_conf()");
	}

	/// Returns when the one who follows has everything, and nobody is answered without
	/// him any more.
	public void awaitInStep() {
		Patience.until(LIMIT, () -> asks(IN_STEP) > 0, () -> "Nobody is in step: see " + output());
	}

	/// Whether somebody who has committed is not answered yet for want of a standby.
	public boolean letsSomebodyWait() {
		return asks("SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'SyncRep'") > 0;
	}

	/// Ends what waits for the one who follows, as an operator may who wants to help.
	public void cancelsWaitsForStandby() {
		execute("SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep'");
	}

	/// Makes one that followed the one that writes.
	public void promote() {
		execute("SELECT pg_promote(true, 60)");
	}

	public int port() {
		return this.port;
	}

	public String url(String database) {
		return "jdbc:postgresql://127.0.0.1:%d/%s?user=postgres".formatted(this.port, database);
	}

	public void execute(String sql) {
		execute("postgres", sql);
	}

	/// All statements of a text, in one transaction if there are several.
	public void execute(String database, String sql) {
		try (var connection = DriverManager.getConnection(url(database));
				var statement = connection.createStatement()) {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(sql, ex);
		}
	}

	/// A number that a query finds.
	public long asks(String sql) {
		return asks("postgres", sql);
	}

	public long asks(String database, String sql) {
		try {
			return query(database, sql);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(sql, ex);
		}
	}

	private long query(String database, String sql) throws SQLException {
		try (var connection = DriverManager.getConnection(url(database));
				var statement = connection.createStatement();
				var rows = statement.executeQuery(sql)) {
			return rows.next() ? rows.getLong(1) : 0;
		}
	}

	/// Ends it and all its children as a power cut would.
	public void kill() {
		var running = running();
		var children = running.descendants().toList();
		TiedProcess.kill(running);
		children.forEach(ProcessHandle::destroyForcibly);
		Patience.until(LIMIT, () -> children.stream().noneMatch(ProcessHandle::isAlive), () -> "A child lives on");
	}

	/// Kills one of its processes that serve clients, after which it starts anew by
	/// itself.
	public void killABackend(String application) {
		var find = "SELECT pid FROM pg_stat_activity WHERE application_name LIKE '%s%%' ORDER BY random() LIMIT 1"
			.formatted(application);
		Patience.until(LIMIT,
				() -> ProcessHandle.of(query("postgres", find)).map(ProcessHandle::destroyForcibly).orElse(false),
				() -> "Nobody is served");
	}

	public void freeze() {
		signal("STOP");
	}

	public void thaw() {
		signal("CONT");
	}

	public boolean isAlive() {
		return running().isAlive();
	}

	/// Starts it with the data it had, and returns when it answers.
	public void startAgain() {
		this.process = TiedProcess.start(command("postgres", "-D", this.folder.toString(), "-p", "" + this.port),
				this.folder, libraries(), output());
		Patience.until(LIMIT, () -> {
			if (!running().isAlive()) {
				throw new IllegalStateException("PostgreSQL ended: see " + output());
			}
			try (var connection = DriverManager.getConnection(url("postgres"))) {
				return connection.isValid(1);
			}
		}, () -> "PostgreSQL does not answer: see " + output());
	}

	private void signal(String name) {
		var all = new ArrayList<>(running().descendants().map(ProcessHandle::pid).toList());
		all.add(running().pid());
		all.forEach((pid) -> TiedProcess.signal(pid, name));
	}

	private Process running() {
		if (this.process == null) {
			throw new IllegalStateException("It was never started");
		}
		return this.process;
	}

	/// Keeps its write-ahead log in another folder from now on, for which it ends and
	/// starts again.
	public void keepsLogIn(Path place) {
		if (isAlive()) {
			kill();
		}
		var log = this.folder.resolve("pg_wal");
		try {
			FileSystemUtils.copyRecursively(log.toRealPath(), place);
			if (!Files.isSymbolicLink(log)) {
				FileSystemUtils.deleteRecursively(log);
			}
			else {
				Files.delete(log);
			}
			Files.createSymbolicLink(log, place);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		startAgain();
	}

	/// Where it keeps a tablespace that has no place of its own.
	Path tablespace(long oid) {
		return this.folder.resolve("pg_tblspc").resolve(Long.toString(oid));
	}

	Path output() {
		return this.folder.resolveSibling(this.folder.getFileName() + ".log");
	}

	private void configure(String settings) {
		try {
			Files.writeString(this.folder.resolve("postgresql.conf"), settings,
					java.nio.file.StandardOpenOption.APPEND);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void run(String... program) {
		var ran = TiedProcess.start(command(program), this.folder.getParent(), libraries(), output());
		if (!TiedProcess.ended(ran, 60) || ran.exitValue() != 0) {
			throw new IllegalStateException("%s failed: see %s".formatted(program[0], output()));
		}
	}

	/// PostgreSQL refuses to run as root, so `unshare` lends it another user.
	private static List<String> command(String... program) {
		var command = new ArrayList<String>();
		if ("root".equals(System.getProperty("user.name"))) {
			command.addAll(List.of("unshare", "-U"));
		}
		command.add(programs().resolve("bin").resolve(program[0]).toString());
		command.addAll(List.of(program).subList(1, program.length));
		return command;
	}

	private static Map<String, String> libraries() {
		return Map.of("LD_LIBRARY_PATH", programs().resolve("lib").toString());
	}

	private static Path programs() {
		TestServers.jdbcUrl("postgres");
		try (var unpacked = Files.newDirectoryStream(TestServers.programs(), "PG-*")) {
			for (var one : unpacked) {
				if (Files.exists(one.resolve("bin/postgres"))) {
					return one;
				}
			}
			throw new IllegalStateException("There is no PostgreSQL in " + TestServers.programs());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		if (this.process != null && this.process.isAlive()) {
			kill();
		}
		FileSystemUtils.deleteRecursively(this.folder.toFile());
	}

}
