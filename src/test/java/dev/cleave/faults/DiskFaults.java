package dev.cleave.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;

import dev.cleave.topology.SmallDisk;
import dev.cleave.topology.SmallTablespace;
import dev.cleave.topology.TestPostgres;

/// What befalls a shop whose disks are full. Needs the right to mount small ones.
final class DiskFaults {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	static final List<Scenario> ALL = List.of(Scenario.of("fill-disk", "23", DiskFaults::fillDisk).alone(),
			Scenario.of("fill-log-disk", "23", DiskFaults::fillLogDisk).alone());

	private DiskFaults() {
	}

	/// There is no room where orders and what is said of them are kept.
	private static void fillDisk(Stand stand) {
		var tables = List.of("orders.orders", "orders.order_line", "orders.outbox", "orders.event_log");
		try (var space = SmallTablespace.of(stand.primary(), stand.database("orders"), 300, tables)) {
			space.disk().fill();
			try {
				Stand.goesOnFor(Duration.ofSeconds(10));
			}
			finally {
				space.disk().makeRoom();
			}
			Stand.goesOnFor(Duration.ofSeconds(3));
		}
	}

	/// There is no room for the write-ahead log, without which PostgreSQL ends at once.
	/// Whoever watches over it starts it until it stays.
	private static void fillLogDisk(Stand stand) throws IOException {
		var server = stand.primary();
		var place = Files.createDirectory(stand.folder().resolve("log-disk"), TestPostgres.ITS_OWN);
		var back = Files.createDirectory(stand.folder().resolve("log"), TestPostgres.ITS_OWN);
		try (var disk = SmallDisk.at(place, 400)) {
			server.keepsLogIn(place);
			Stand.goesOnFor(Duration.ofSeconds(2));
			disk.fill();
			try {
				Deadline.within(LIMIT, () -> endsForWantOfRoom(server), () -> "There was room enough");
				Stand.goesOnFor(Duration.ofSeconds(3));
			}
			finally {
				disk.makeRoom();
			}
			if (!server.isAlive()) {
				server.startAgain();
			}
			Stand.goesOnFor(Duration.ofSeconds(3));
			server.keepsLogIn(back);
		}
	}

	private static boolean endsForWantOfRoom(TestPostgres server) {
		try {
			server.execute("SELECT pg_switch_wal()");
			return false;
		}
		catch (IllegalStateException ex) {
			return true;
		}
	}

}
