package dev.cleave.faults;

import java.time.Duration;
import java.util.List;

/// What befalls Kafka, where modules talk through it.
final class MessagingFaults {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	static final List<Scenario> ALL = List.of(Scenario.of("kill-broker", "14", MessagingFaults::kill).unnoticed(),
			Scenario.of("freeze-broker", "15", MessagingFaults::freeze).unnoticed(),
			Scenario.of("come-by-each-point", "2, 3, 4", MessagingFaults::comeByEachPoint).unnoticed().alone(),
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
	/// comes
	/// again, behind what they say now.
	private static void sendAgain(Stand stand) {
		for (var time = 0; time < 3; time++) {
			for (var module : stand.modules()) {
				stand.primary()
					.execute("cleave",
							"UPDATE %1$s.subscription_cursor SET position = 0 WHERE subscription = '%1$s.forward'"
								.formatted(module));
			}
			Stand.goesOnFor(Duration.ofSeconds(4));
		}
	}

	private static void comeByEachPoint(Stand stand) {
		var notes = stand.folder().resolve("points");
		for (var node : stand.cluster().nodes()) {
			node.stop();
			node.flags("-Dcleave.failpoints=*=note:" + notes);
			node.start();
			node.awaitReady();
			stand.cluster().balancer().awaitUp(node);
		}
		stand.rebuildReports();
		Deadline.within(LIMIT, () -> Points.noted(notes).equals(Points.declared()),
				() -> "Only %s of %s were reached".formatted(Points.noted(notes), Points.declared()));
		for (var node : stand.cluster().nodes()) {
			node.flags();
			node.restart();
			stand.cluster().balancer().awaitUp(node);
		}
	}

	private static void killWhileSending(Stand stand) {
		var node = stand.node(0);
		node.kill();
		for (var place : List.of("kafka.sent=halt@10", "kafka.acknowledged=halt@10")) {
			node.flags("-Dcleave.failpoints=" + place);
			node.start();
			Deadline.within(LIMIT, () -> node.endedWith(137), () -> "Nobody came to " + place);
		}
	}

}
