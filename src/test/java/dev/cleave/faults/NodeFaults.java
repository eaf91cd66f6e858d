package dev.cleave.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

import dev.cleave.topology.ClusterNode;

/// What befalls the processes of the shop itself.
final class NodeFaults {

	/// Longer than the database lets a worker's transaction stand idle.
	private static final Duration PAUSE = Duration.ofSeconds(35);

	/// Where customers may have so many open orders and no more, their orders are not
	/// placed together with others.
	static final String LIMITED = "-Dcleave.orders.limits.open-orders=1000000";

	private static final int KILLED = 137;

	private static final Duration LIMIT = Duration.ofSeconds(60);

	/// Where truth changes hands while people trade.
	private static final List<String> PLACES_IN_ORDERS = List.of("orders.placed-together=halt@20",
			"idempotency.claimed=halt@20", "idempotency.kept=halt@5", "log.moved=halt@20", "log.sequenced=halt@20",
			"orders.settled=halt@10", "orders.payment-heard=halt@3");

	private static final List<String> PLACES_IN_INVENTORY = List.of("delivery.handled=halt@20",
			"delivery.moved=halt@20", "delivery.committed=halt@20", "inventory.booked=halt@10");

	private static final String PLACED_ALONE = "orders.placed-alone=halt@10";

	private static final String SERVING = "SELECT number FROM reporting.generation WHERE state = 'SERVING'";

	private static final String POISON = """
			CREATE TABLE public.poison AS SELECT message_id, data FROM orders.event_log LIMIT 0;
			CREATE FUNCTION public.poison() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
			BEGIN
				IF NEW.kind = 'command' AND random() < 0.05 THEN
					INSERT INTO public.poison VALUES (NEW.message_id, NEW.data);
					NEW.data := '{"nonsense": true}';
				END IF;
				RETURN NEW;
			END $$;
			CREATE TRIGGER poison BEFORE INSERT ON orders.event_log FOR EACH ROW EXECUTE FUNCTION public.poison();
			""";

	private static final String ANTIDOTE = """
			DROP TRIGGER poison ON orders.event_log;
			UPDATE orders.event_log l SET data = p.data FROM public.poison p WHERE p.message_id = l.message_id;
			""";

	/// Somebody may have read it before it was mended.
	private static final String CLEAN = """
			UPDATE inventory.parked l SET data = p.data FROM public.poison p WHERE p.message_id = l.message_id;
			DROP FUNCTION public.poison;
			DROP TABLE public.poison;
			""";

	static final List<Scenario> ALL = List.of(Scenario.of("kill-node", "1", NodeFaults::kill),
			Scenario.of("kill-at-each-point", "2, 3, 4", NodeFaults::killAtEachPoint).alone(),
			Scenario.of("freeze-node", "25", NodeFaults::freeze).alone(),
			Scenario.of("roll-out", "32", NodeFaults::rollOut).unnoticed().alone(),
			Scenario.of("handler-throws", "22", NodeFaults::throwForAWhile).unnoticed().alone().ofTwins(),
			Scenario.of("poison-messages", "21", NodeFaults::poison).unnoticed().alone().ofTwins(),
			Scenario.of("shift-clock", "20", NodeFaults::shiftClock).unnoticed().alone().ofTwins(),
			Scenario.of("start-on-nothing", "34, 35", NodeFaults::startOnNothing).unnoticed().alone().ofTwins(),
			Scenario.of("kill-while-switching", "2", NodeFaults::killWhileSwitching).alone());

	private NodeFaults() {
	}

	private static void kill(Stand stand) {
		for (var kill = 0; kill < 3; kill++) {
			var node = stand.anyNode(ThreadLocalRandom.current());
			node.kill();
			Stand.goesOnFor(Duration.ofSeconds(1));
			startAgain(stand, node);
			Stand.goesOnFor(Duration.ofSeconds(1));
		}
	}

	private static void startAgain(Stand stand, ClusterNode node, String... flags) {
		node.flags(flags);
		node.start();
		node.awaitReady();
		stand.cluster().balancer().awaitUp(node);
	}

	/// Each death is followed by nothing but a start.
	private static void killAtEachPoint(Stand stand) {
		var orders = stand.nodeOf("orders");
		orders.kill();
		PLACES_IN_ORDERS.forEach((place) -> diesAt(orders, place));
		diesAt(orders, PLACED_ALONE, LIMITED);
		startAgain(stand, orders);
		var inventory = stand.nodeOf("inventory");
		inventory.kill();
		PLACES_IN_INVENTORY.forEach((place) -> diesAt(inventory, place));
		startAgain(stand, inventory);
	}

	/// Reports are made anew, and each who hands them over dies of it. Whoever is started
	/// again does so.
	private static void killWhileSwitching(Stand stand) {
		var before = stand.asks("reporting", SERVING);
		for (var node : stand.nodes()) {
			node.stop();
			startAgain(stand, node, "-Dcleave.failpoints=generation.switched=halt");
		}
		stand.rebuildReports();
		Deadline.within(LIMIT, () -> stand.nodeOf("reporting").endedWith(KILLED), () -> "Nobody hands over");
		for (var node : stand.nodes()) {
			node.stop();
			startAgain(stand, node);
		}
		Deadline.within(LIMIT, () -> stand.asks("reporting", SERVING) > before, () -> "Nothing was handed over");
	}

	/// Starts it, and returns when it is dead.
	static void diesAt(ClusterNode node, String place, String... more) {
		node.flags(Stream.concat(Stream.of("-Dcleave.failpoints=" + place), Stream.of(more)).toArray(String[]::new));
		node.start();
		Deadline.within(LIMIT, () -> node.endedWith(KILLED), () -> "Nobody came to " + place);
	}

	private static void freeze(Stand stand) {
		var node = stand.nodeOf("inventory");
		node.freeze();
		try {
			Stand.goesOnFor(PAUSE);
		}
		finally {
			node.thaw();
		}
		stand.cluster().balancer().awaitUp(node);
	}

	private static void rollOut(Stand stand) {
		for (var node : stand.nodes()) {
			node.restart();
			stand.cluster().balancer().awaitUp(node);
		}
	}

	/// Messages are set aside, and taken later by themselves.
	private static void throwForAWhile(Stand stand) {
		var node = stand.nodeOf("inventory");
		node.stop();
		startAgain(stand, node, "-Dcleave.failpoints=orders.settled=throw;inventory.booked=throw");
		Deadline.within(LIMIT, () -> stand.asks("inventory", "SELECT count(*) FROM inventory.parked") > 0,
				() -> "Nothing was set aside");
		node.stop();
		startAgain(stand, node);
	}

	/// Some commands can't be read. They are set aside with those that follow them, and
	/// taken by themselves when somebody has mended them.
	private static void poison(Stand stand) {
		stand.execute("orders", POISON);
		try {
			Deadline.within(LIMIT, () -> stand.asks("inventory", "SELECT count(*) FROM inventory.parked") > 2,
					() -> "Nothing was set aside");
		}
		finally {
			stand.execute("orders", ANTIDOTE);
			Stand.goesOnFor(Duration.ofSeconds(3));
			stand.execute("orders", CLEAN);
		}
	}

	/// One node lives an hour ahead of the other, and then an hour behind.
	private static void shiftClock(Stand stand) throws IOException {
		var node = stand.nodeOf("inventory");
		var library = clockLibrary();
		try {
			for (var shift : List.of("+1h", "-1h")) {
				node.kill();
				node.startedBy("env", "LD_PRELOAD=" + library, "FAKETIME=" + shift, "FAKETIME_DONT_FAKE_MONOTONIC=1",
						"FAKETIME_FORCE_MONOTONIC_FIX=0", "NO_FAKE_STAT=1");
				startAgain(stand, node);
				Stand.goesOnFor(Duration.ofSeconds(8));
			}
		}
		finally {
			node.startedBy();
			node.kill();
			startAgain(stand, node);
		}
	}

	/// Not by the program `faketime`, which would stay between the node and whoever ends
	/// it.
	private static Path clockLibrary() throws IOException {
		try (var found = Files.newDirectoryStream(Path.of("/usr/lib"), "*-linux-*")) {
			for (var folder : found) {
				var library = folder.resolve("faketime/libfaketimeMT.so.1");
				if (Files.exists(library)) {
					return library;
				}
			}
		}
		throw new IOException("libfaketime is missing: apt-get install faketime");
	}

	/// A database with nothing in it: the first node dies between two modules, and then
	/// two begin at once.
	private static void startOnNothing(Stand stand) throws Exception {
		stand.primary().execute("CREATE DATABASE beginning");
		// Through Kafka it would hear the topics of the other shop.
		var settings = Stream
			.concat(stand.settings(stand.primary().port(), "beginning").stream(), Stream.of(Stand.TRANSPORT + "local"))
			.toArray(String[]::new);
		var cluster = stand.cluster();
		var first = cluster.launch("beginning-1", stand.modules(), settings);
		first.kill();
		first.flags("-Dcleave.failpoints=schema.migrated=halt@2");
		first.start();
		Deadline.within(LIMIT, () -> first.endedWith(KILLED), () -> "No schema was made");
		first.flags();
		first.start();
		var second = cluster.launch("beginning-2", stand.modules(), settings);
		first.awaitReady();
		second.awaitReady();
		first.stop();
		second.stop();
		cluster.forget(first);
		cluster.forget(second);
		stand.primary().execute("DROP DATABASE beginning WITH (FORCE)");
	}

}
