package dev.cleave.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

import dev.cleave.acceptance.SteadyLoad.Visit;
import dev.cleave.topology.Cluster;
import dev.cleave.topology.Layout;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// Three nodes, one after the other, go to the next release and back to this one, and nobody who comes to the shop
/// meanwhile can tell.
@Tag("topologies")
class RollingRestartIT {

	private static final System.Logger log = System.getLogger(RollingRestartIT.class.getName());

	private static final int PER_SECOND = 4;

	private static final String MIGRATED = """
			SELECT count(*) FROM information_schema.columns WHERE table_schema = 'orders' AND column_name = 'promised_day'""";

	@Test
	void losesNoRequestOnTheWayToTheNextReleaseAndBack(@TempDir Path folder) {
		var next = NextRelease.in(folder);
		Cluster.train(next);
		try (var shop = new Shop(ShopOfCluster.start(Layout.MONO_TIMES_3, "--cleave.web.lame-duck=5s"));
				var trade = new DailyTrade(shop)) {
			var cluster = ((ShopOfCluster) shop.system()).cluster();
			var load = trade.load(PER_SECOND);
			trade.awaitSwift(load);

			var there = load.during(() -> {
				assertThat(isMigrated(cluster)).isFalse();
				cluster.migrate(next);
				assertThat(isMigrated(cluster)).isTrue();
				roll(cluster, next);
			});
			assertServed("to the next release", there);
			assertThat(cluster.nodes()).noneMatch((node) -> hasSaid(node.output(), "is newer than this release"));

			var back = load.during(() -> roll(cluster, packaged()));
			assertServed("back to this one", back);
			assertThat(cluster.nodes()).allMatch((node) -> hasSaid(node.output(), "is newer than this release"));
			assertThat(isMigrated(cluster)).isTrue();

			shop.check();
			trade.checkDeliveries();
		}
	}

	/// As production does: a node checks the schema, and leaves it as it is.
	private static void roll(Cluster cluster, Path jar) {
		for (var node : cluster.nodes()) {
			node.runs(jar);
			node.set("--cleave.migrate=check");
			node.restart();
			cluster.balancer().awaitUp(node);
		}
	}

	private static void assertServed(String where, List<Visit> visits) {
		log.log(System.Logger.Level.INFO, "{0} requests on the way {1}, the slowest took {2} ms", visits.size(), where,
				visits.stream().mapToLong(Visit::nanos).max().orElse(0) / 1_000_000);
		assertThat(SteadyLoad.sentAway(visits)).isEmpty();
		assertThat(visits).hasSizeGreaterThan(1_000);
	}

	private static Path packaged() {
		return Path.of(System.getProperty("cleave.jar", "target/cleave.jar"));
	}

	private static boolean isMigrated(Cluster cluster) {
		try (var connection = DriverManager.getConnection(cluster.databases().get("orders"));
				var statement = connection.createStatement();
				var rows = statement.executeQuery(MIGRATED)) {
			rows.next();
			return rows.getInt(1) == 1;
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static boolean hasSaid(Path output, String words) {
		try {
			return Files.readString(output).contains(words);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
