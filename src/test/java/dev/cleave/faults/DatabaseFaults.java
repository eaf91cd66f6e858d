package dev.cleave.faults;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.cleave.topology.FaultLine;
import dev.cleave.topology.SmallDisk;
import dev.cleave.witness.Load;

/// What befalls PostgreSQL, and the lines to it.
final class DatabaseFaults {

	private static final String APPLICATION = "cleave-orders";

	static final List<Scenario> ALL = List.of(Scenario.of("crash-database", "38", DatabaseFaults::crash),
			Scenario.of("restart-database", "39", DatabaseFaults::restart),
			Scenario.of("freeze-standby", "7", DatabaseFaults::freezeStandby).unnoticed().alone(),
			Scenario.of("fail-over", "5", DatabaseFaults::failOver).alone(),
			Scenario.of("fail-over-with-loss", "5", DatabaseFaults::failOverWithLoss).alone().losing(),
			Scenario.of("cut-off-node", "18", DatabaseFaults::cutOff),
			Scenario.of("lose-acknowledgements", "18", DatabaseFaults::loseAcknowledgements),
			Scenario.of("reset-connections", "18", DatabaseFaults::reset),
			Scenario.of("slow-database", "9", DatabaseFaults::slow).unnoticed(),
			Scenario.of("lock-orders", "8", (stand) -> lock(stand, "orders.orders", Duration.ofSeconds(15))),
			Scenario.of("deadlocks", "10", DatabaseFaults::deadlocks).unnoticed(),
			Scenario.of("fill-disk", "23", DatabaseFaults::fillDisk).alone(),
			Scenario.of("retry-storm", "27", DatabaseFaults::storm));

	private DatabaseFaults() {
	}

	/// One process that is killed makes PostgreSQL start anew, as it may have harmed what
	/// all share.
	private static void crash(Stand stand) {
		for (var crash = 0; crash < 3; crash++) {
			stand.primary().killABackend(APPLICATION);
			Stand.goesOnFor(Duration.ofSeconds(4));
		}
	}

	/// All nodes come back at once.
	private static void restart(Stand stand) {
		stand.primary().kill();
		Stand.goesOnFor(Duration.ofSeconds(2));
		stand.primary().startAgain();
	}

	/// Nobody is answered before the standby has it.
	private static void freezeStandby(Stand stand) {
		stand.primary().waitsForStandby(true);
		try {
			Stand.goesOnFor(Duration.ofSeconds(2));
			stand.standby().freeze();
			Stand.goesOnFor(Duration.ofSeconds(12));
		}
		finally {
			stand.standby().thaw();
			Stand.goesOnFor(Duration.ofSeconds(3));
			stand.primary().waitsForStandby(false);
		}
	}

	private static void failOver(Stand stand) {
		stand.primary().waitsForStandby(true);
		Stand.goesOnFor(Duration.ofSeconds(3));
		stand.failOver();
		stand.primary().waitsForStandby(false);
		Stand.goesOnFor(Duration.ofSeconds(5));
		stand.followAgain();
	}

	/// The standby is behind, and nobody waits for it. What was written since is lost.
	private static void failOverWithLoss(Stand stand) {
		Stand.goesOnFor(Duration.ofSeconds(2));
		stand.replicationLine().swallow();
		Stand.goesOnFor(Duration.ofSeconds(3));
		stand.failOver();
		Stand.goesOnFor(Duration.ofSeconds(5));
		stand.followAgain();
	}

	private static void cutOff(Stand stand) {
		stand.databaseLine(0).swallow();
		Stand.goesOnFor(Duration.ofSeconds(15));
		stand.databaseLine(0).heal();
	}

	/// The database does what it is told, and nobody hears of it.
	private static void loseAcknowledgements(Stand stand) {
		for (var time = 0; time < 4; time++) {
			stand.databaseLines().forEach(FaultLine::swallowAnswers);
			Stand.goesOnFor(Duration.ofMillis(300));
			stand.databaseLines().forEach(FaultLine::reset);
			stand.databaseLines().forEach(FaultLine::heal);
			Stand.goesOnFor(Duration.ofSeconds(2));
		}
	}

	private static void reset(Stand stand) {
		for (var time = 0; time < 10; time++) {
			stand.databaseLine(time % 2).reset();
			Stand.goesOnFor(Duration.ofSeconds(1));
		}
	}

	private static void slow(Stand stand) {
		stand.databaseLines().forEach((line) -> {
			line.delay(Duration.ofMillis(100));
			line.slice(100);
		});
		Stand.goesOnFor(Duration.ofSeconds(12));
		stand.databaseLines().forEach(FaultLine::heal);
	}

	private static void lock(Stand stand, String table, Duration time) throws SQLException {
		try (var connection = DriverManager.getConnection(stand.primary().url("cleave"));
				var statement = connection.createStatement()) {
			connection.setAutoCommit(false);
			statement.execute("LOCK TABLE %s".formatted(table));
			Stand.goesOnFor(time);
			connection.rollback();
		}
	}

	/// A crowd that hardly pauses keeps coming while nothing can be written, and a while
	/// after that.
	private static void storm(Stand stand) throws SQLException {
		try (var crowd = Load.begin(stand.cluster().gateway(), stand.addresses(), stand.folder().resolve("crowd.jsonl"),
				1, 40, Duration.ofMillis(2))) {
			lock(stand, "orders.orders", Duration.ofSeconds(5));
			Stand.goesOnFor(Duration.ofSeconds(8));
			crowd.end(false);
		}
	}

	/// There is no room where orders and what is said of them are kept.
	private static void fillDisk(Stand stand) {
		var tables = List.of("orders.orders", "orders.order_line", "orders.outbox", "orders.event_log");
		try (var disk = SmallDisk.of(stand.primary(), "cleave", 300, tables)) {
			disk.fill();
			try {
				Stand.goesOnFor(Duration.ofSeconds(10));
			}
			finally {
				disk.makeRoom();
			}
			Stand.goesOnFor(Duration.ofSeconds(3));
		}
	}

	/// Somebody takes the shelves in the other order than everybody else.
	private static void deadlocks(Stand stand) throws SQLException {
		try (var connection = DriverManager.getConnection(stand.primary().url("cleave"));
				var statement = connection.createStatement()) {
			statement.execute("SET deadlock_timeout = '10s'");
			connection.setAutoCommit(false);
			var skus = new ArrayList<String>();
			try (var rows = statement.executeQuery("""
					SELECT sku FROM (SELECT sku FROM inventory.movement ORDER BY time DESC LIMIT 200) m
					GROUP BY sku ORDER BY sku COLLATE "C" DESC""")) {
				while (rows.next()) {
					skus.add(rows.getString(1));
				}
			}
			connection.rollback();
			for (var round = 0; round < 20; round++) {
				for (var sku : skus) {
					statement.execute("SELECT FROM inventory.stock WHERE sku = '%s' FOR UPDATE".formatted(sku));
					Stand.goesOnFor(Duration.ofMillis(15));
				}
				connection.rollback();
			}
		}
	}

}
