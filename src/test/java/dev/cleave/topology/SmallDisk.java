package dev.cleave.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A disk in memory that holds some tables of a [TestPostgres], and can be full. Whoever makes it must have the right to
/// mount.
public final class SmallDisk implements AutoCloseable {

	private static final String SPACE = "small_disk";

	private final TestPostgres server;

	private final String database;

	private final List<String> tables;

	private final Path place;

	private SmallDisk(TestPostgres server, String database, List<String> tables, Path place) {
		this.server = server;
		this.database = database;
		this.tables = tables;
		this.place = place;
	}

	/// Moves tables onto a new disk.
	public static SmallDisk of(TestPostgres server, String database, int megabytes, List<String> tables) {
		server.execute("ALTER SYSTEM SET allow_in_place_tablespaces = on");
		server.execute("SELECT pg_reload_conf()");
		server.execute("CREATE TABLESPACE %s LOCATION ''".formatted(SPACE));
		var place = server
			.tablespace(server.asks("SELECT oid FROM pg_tablespace WHERE spcname = '%s'".formatted(SPACE)));
		var disk = new SmallDisk(server, database, tables, place);
		var version = only(place);
		run("mount", "-t", "tmpfs", "-o", "mode=700,size=%dm".formatted(megabytes), "tmpfs", place.toString());
		try {
			Files.createDirectory(place.resolve(version));
			run("chmod", "700", place.resolve(version).toString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		disk.move(SPACE);
		return disk;
	}

	private static String only(Path folder) {
		try (var files = Files.list(folder)) {
			return files.findFirst().orElseThrow().getFileName().toString();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void move(String space) {
		this.tables.forEach((table) -> this.server.execute(this.database,
				"ALTER TABLE %s SET TABLESPACE %s".formatted(table, space)));
	}

	/// Leaves no room on it.
	public void fill() {
		var piece = new byte[8192];
		try (var out = Files.newOutputStream(ballast())) {
			while (true) {
				out.write(piece);
			}
		}
		catch (IOException full) {
			// That is what was wanted.
		}
	}

	public void makeRoom() {
		try {
			Files.delete(ballast());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path ballast() {
		return this.place.resolve("ballast");
	}

	/// Moves the tables back.
	@Override
	public void close() {
		move("pg_default");
		this.server.execute("CHECKPOINT");
		run("umount", this.place.toString());
		this.server.execute("DROP TABLESPACE " + SPACE);
	}

	private static void run(String... program) {
		try {
			var process = new ProcessBuilder(program).inheritIO().start();
			if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
				throw new IllegalStateException(String.join(" ", program) + " failed");
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
