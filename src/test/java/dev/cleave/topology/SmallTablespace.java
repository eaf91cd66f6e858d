package dev.cleave.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A [SmallDisk] that holds some tables of a [TestPostgres].
public final class SmallTablespace implements AutoCloseable {

	private static final String SPACE = "small_disk";

	private final TestPostgres server;

	private final String database;

	private final List<String> tables;

	private final SmallDisk disk;

	private SmallTablespace(TestPostgres server, String database, List<String> tables, SmallDisk disk) {
		this.server = server;
		this.database = database;
		this.tables = tables;
		this.disk = disk;
	}

	/// Moves tables onto a new disk.
	public static SmallTablespace of(TestPostgres server, String database, int megabytes, List<String> tables) {
		server.execute("ALTER SYSTEM SET allow_in_place_tablespaces = on");
		server.execute("SELECT pg_reload_conf()");
		server.execute("CREATE TABLESPACE %s LOCATION ''".formatted(SPACE));
		var place = server
			.tablespace(server.asks("SELECT oid FROM pg_tablespace WHERE spcname = '%s'".formatted(SPACE)));
		var version = only(place);
		var space = new SmallTablespace(server, database, tables, SmallDisk.at(place, megabytes));
		try {
			Files.createDirectory(place.resolve(version), TestPostgres.ITS_OWN);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		space.move(SPACE);
		return space;
	}

	public SmallDisk disk() {
		return this.disk;
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

	/// Moves the tables back.
	@Override
	public void close() {
		move("pg_default");
		this.server.execute("CHECKPOINT");
		this.disk.close();
		this.server.execute("DROP TABLESPACE " + SPACE);
	}

}
