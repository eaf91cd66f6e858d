package dev.cleave.benchmark;

import java.io.PrintStream;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

import dev.cleave.benchmark.Load.Result;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// How many orders of one line, of ten thousand products, are taken each second, beside what PostgreSQL alone can do in
/// the same minutes. The warm-up is long, as the JVM goes on compiling for minutes.
@Tag("benchmark")
class PlaceIT {

	private static final PrintStream OUT = System.out;

	private static final int PRODUCTS = 10_000;

	private static final int CONNECTIONS = 32;

	private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("benchmark.warm-up", 60));

	private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("benchmark.time", 15));

	private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 3);

	@Test
	void placesOrders() {
		assumeTrue(Floor.canRun(), "pgbench is missing: apt-get install postgresql");
		try (var stand = Stand.build()) {
			stand.offer("s", PRODUCTS, 1_000_000_000);
			var floor = new Floor(stand.jdbcUrl("floor"), stand.folder());
			var shopping = new Shopping(stand.address(), "Authorization: Bearer " + stand.token());
			var load = new Load(stand.address(), shopping.orders("s", PRODUCTS, 1), CONNECTIONS);
			load.closed(WARM_UP);
			awaitRest(stand);
			for (var round = 1; round <= ROUNDS; round++) {
				var naive = floor.naive(TIME);
				var oneTrip = floor.oneTrip(TIME);
				var before = Spent.by(stand);
				var placed = orders(stand, "TRUE");
				var result = load.closed(TIME);
				var unsettled = orders(stand, "status = 'PENDING'");
				awaitRest(stand);

				OUT.printf("%nnaive %.0f/s, one-trip %.0f/s, placed %.0f/s: %.2f of naive; %d unsettled at the end%n",
						naive, oneTrip, result.perSecond(201), result.perSecond(201) / naive, unsettled);
				OUT.printf("milliseconds: %s%n", result.percentiles());
				OUT.println(Spent.by(stand).since(before, result));
				assertThat(result.statuses()).containsOnlyKeys(201);
				assertThat(orders(stand, "TRUE") - placed).as("orders written").isEqualTo(result.with(201));
				assertThat(orders(stand, "status <> 'CONFIRMED'")).as("orders not confirmed").isZero();
			}
		}
	}

	private static void awaitRest(Stand stand) {
		await().atMost(Duration.ofMinutes(1)).until(() -> orders(stand, "status = 'PENDING'") == 0);
	}

	private static long orders(Stand stand, String which) {
		try (var connection = DriverManager.getConnection(stand.jdbcUrl("cleave"), "postgres", "");
				var statement = connection.createStatement();
				var rows = statement.executeQuery("SELECT count(*) FROM orders.orders WHERE " + which)) {
			rows.next();
			return rows.getLong(1);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/// CPU time and memory that have been taken.
	private record Spent(double node, double postgres, double load, long resident) {

		static Spent by(Stand stand) {
			return new Spent(Cpu.secondsOf(stand.node().pid()), Cpu.secondsOf(stand.postgres()),
					Cpu.secondsOf(ProcessHandle.current().pid()), Cpu.residentOf(stand.node().pid()));
		}

		String since(Spent before, Result result) {
			var thousands = result.with(201) / 1_000.0;
			return "CPU seconds for 1,000 orders: node %.2f, PostgreSQL %.2f, load %.2f; %d MB resident".formatted(
					(this.node - before.node) / thousands, (this.postgres - before.postgres) / thousands,
					(this.load - before.load) / thousands, this.resident >> 20);
		}

	}

}
