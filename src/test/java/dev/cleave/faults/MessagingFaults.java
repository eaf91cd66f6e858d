package dev.cleave.faults;

import java.time.Duration;
import java.util.List;

/// What befalls Kafka, where modules talk through it.
final class MessagingFaults {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	static final List<Scenario> ALL = List.of(Scenario.of("kill-broker", "14", MessagingFaults::kill).unnoticed(),
			Scenario.of("freeze-broker", "15", MessagingFaults::freeze).unnoticed(),
			Scenario.of("come-by-each-point", "2, 3, 4", MessagingFaults::comeByEachPoint)
				.unnoticed()
				.alone()
				.ofTwins(),
			Scenario.of("send-again", "17", MessagingFaults::sendAgain).unnoticed(),
			Scenario.of("kill-while-sending", "3", MessagingFaults::killWhileSending).alone());

	private MessagingFaults() {
	}

	private static void kill(Stand stand) {
		stand.cluster().broker().stop();
		Stand.goesOnFor(Duration.ofSeconds(20));
		stand.cluster().broker().startAgain();
	}

	/// Whoever sends does not learn whether it arrived.
	private static void freeze(Stand stand) {
		stand.cluster().broker().freeze();
		try {
			Stand.goesOnFor(Duration.ofSeconds(15));
		}
		finally {
			stand.cluster().broker().thaw();
		}
	}

	/// Modules forget how far they had come with sending, so that all they ever said
	/// comes again, behind what they say now.
	private static void sendAgain(Stand stand) {
		for (var time = 0; time < 3; time++) {
			for (var module : stand.modules()) {
				stand.execute(module,
						"UPDATE %1$s.subscription_cursor SET position = 0 WHERE subscription = '%1$s.forward'"
							.formatted(module));
			}
			Stand.goesOnFor(Duration.ofSeconds(4));
		}
	}

	private static void comeByEachPoint(Stand stand) {
		var notes = stand.folder().resolve("points");
		for (var node : stand.nodes()) {
			node.stop();
			var note = "-Dcleave.failpoints=*=note:" + notes;
			if (node.equals(stand.nodeOf("orders"))) {
				node.flags(note, NodeFaults.LIMITED);
			}
			else {
				node.flags(note);
			}
			node.start();
			node.awaitReady();
			stand.cluster().balancer().awaitUp(node);
		}
		stand.rebuildReports();
		Deadline.within(LIMIT, () -> Points.noted(notes).equals(Points.declared()),
				() -> "Only %s of %s were reached".formatted(Points.noted(notes), Points.declared()));
		for (var node : stand.nodes()) {
			node.flags();
			node.restart();
			stand.cluster().balancer().awaitUp(node);
		}
	}

	private static void killWhileSending(Stand stand) {
		var node = stand.nodeOf("orders");
		node.kill();
		NodeFaults.diesAt(node, "kafka.sent=halt@10");
		NodeFaults.diesAt(node, "kafka.acknowledged=halt@10");
	}

}
