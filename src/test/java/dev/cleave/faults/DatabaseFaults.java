package dev.cleave.faults;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

import dev.cleave.topology.FaultLine;
import dev.cleave.witness.Load;

/// What befalls PostgreSQL, and the lines to it.
final class DatabaseFaults {

	private static final String APPLICATION = "cleave-orders";

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private static final int DEADLOCKS = 8;

	/// Whoever holds others holds them already when he comes to this one.
	private static final String LAST_SHELF = """
			SELECT FROM inventory.stock WHERE sku = (
				SELECT max(sku COLLATE "C") FROM (SELECT sku FROM inventory.movement ORDER BY time DESC LIMIT 200) m)
			FOR UPDATE
			""";

	private static final String WAITING = """
			SELECT count(*) FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid))
			""";

	private static final Scenario FAIL_OVER = Scenario.of("fail-over", "5", DatabaseFaults::failOver).alone();

	private static final Scenario FAIL_OVER_TO_ONE_BEHIND = Scenario
		.of("fail-over-to-one-behind", "7, 5", DatabaseFaults::failOverToOneBehind)
		.alone();

	/// What a topic must not have when another database takes the place of the log's.
	static final List<Scenario> OF_STANDBYS = List.of(FAIL_OVER, FAIL_OVER_TO_ONE_BEHIND);

	static final List<Scenario> ALL = List.of(Scenario.of("crash-database", "38", DatabaseFaults::crash),
			Scenario.of("restart-database", "39", DatabaseFaults::restart),
			Scenario.of("freeze-standby", "7", DatabaseFaults::freezeStandby).unnoticed().alone(), FAIL_OVER,
			FAIL_OVER_TO_ONE_BEHIND,
			Scenario.of("fail-over-with-loss", "5", DatabaseFaults::failOverWithLoss).alone().losing().ofTwins(),
			Scenario.of("cut-off-node", "18", DatabaseFaults::cutOff),
			Scenario.of("lose-acknowledgements", "18", DatabaseFaults::loseAcknowledgements),
			Scenario.of("reset-connections", "18", DatabaseFaults::reset),
			Scenario.of("slow-database", "9", DatabaseFaults::slow).unnoticed(),
			Scenario.of("lock-orders", "8", (stand) -> lockOrders(stand, Duration.ofSeconds(15))),
			Scenario.of("deadlocks", "10", DatabaseFaults::deadlocks).unnoticed(),
			Scenario.of("retry-storm", "27", DatabaseFaults::storm).unnoticed());

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
		stand.waitForStandby();
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
		stand.waitForStandby();
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

	/// The one who has to have everything hears nothing any more, somebody ends what
	/// waits
	/// for him, and then he takes over. Who was told something meanwhile was told too
	/// much.
	private static void failOverToOneBehind(Stand stand) {
		stand.waitForStandby();
		Stand.goesOnFor(Duration.ofSeconds(2));
		stand.replicationLine().swallow();
		for (var second = 0; second < 10; second++) {
			Stand.goesOnFor(Duration.ofSeconds(1));
			stand.primary().cancelsWaitsForStandby();
		}
		stand.failOver();
		stand.primary().waitsForStandby(false);
		Stand.goesOnFor(Duration.ofSeconds(5));
		stand.followAgain();
	}

	private static void cutOff(Stand stand) {
		stand.databaseLine("orders").swallow();
		Stand.goesOnFor(Duration.ofSeconds(15));
		stand.databaseLine("orders").heal();
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
			stand.databaseLines().get(time % stand.databaseLines().size()).reset();
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

	private static void lockOrders(Stand stand, Duration time) throws SQLException {
		try (var connection = DriverManager.getConnection(stand.primary().url(stand.database("orders")));
				var statement = connection.createStatement()) {
			connection.setAutoCommit(false);
			statement.execute("LOCK TABLE orders.orders");
			Stand.goesOnFor(time);
			connection.rollback();
		}
	}

	/// A crowd that hardly pauses keeps coming while nothing can be written, and a while
	/// after that.
	private static void storm(Stand stand) throws SQLException {
		try (var crowd = Load.begin(stand.cluster().gateway(), stand.addresses(), stand.folder().resolve("crowd.jsonl"),
				1, 40, Duration.ofMillis(2))) {
			lockOrders(stand, Duration.ofSeconds(5));
			Stand.goesOnFor(Duration.ofSeconds(8));
			crowd.end(false);
		}
	}

	/// Whoever takes shelves in another order than everybody else meets those who hold
	/// what he wants and want what he holds. He is the more patient one, so they are
	/// undone.
	private static void deadlocks(Stand stand) throws SQLException {
		try (var connection = DriverManager.getConnection(stand.primary().url(stand.database("inventory")));
				var statement = connection.createStatement()) {
			statement.execute("SET deadlock_timeout = '10s'");
			connection.setAutoCommit(false);
			var before = soFar(stand);
			Deadline.within(LIMIT, () -> {
				try {
					statement.execute(LAST_SHELF);
					if (somebodyWaits(statement)) {
						statement.execute("SELECT FROM inventory.stock FOR UPDATE");
					}
				}
				finally {
					connection.rollback();
				}
				return soFar(stand) >= before + DEADLOCKS;
			}, () -> "Not enough deadlocks");
		}
	}

	private static boolean somebodyWaits(Statement statement) throws SQLException {
		for (var look = 0; look < 50; look++) {
			try (var waiting = statement.executeQuery(WAITING)) {
				if (waiting.next() && waiting.getInt(1) > 0) {
					return true;
				}
			}
			Stand.goesOnFor(Duration.ofMillis(10));
		}
		return false;
	}

	private static long soFar(Stand stand) {
		return stand.asks("inventory", "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()");
	}

}
