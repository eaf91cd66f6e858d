package dev.cleave.platform.messaging.kafka;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/// The wishes for messages that topics do not have.
class Replays {

	private static final Duration FOR_EVER = Duration.ofMillis(-1);

	private final KafkaClients clients;

	private final Topics topics;

	private final Clock clock;

	Replays(KafkaClients clients, Topics topics, Clock clock) {
		this.clients = clients;
		this.topics = topics;
		this.clock = clock;
	}

	Replay wish(String source, List<Long> from) {
		var replay = Replay.of(this.topics.of(source), source, from, this.clock.instant());
		this.topics.create(replay.topic(), FOR_EVER);
		return replay;
	}

	/// All that somebody wishes for from this log.
	List<Replay> of(String source) {
		try {
			return Topics.await(this.clients.admin().listTopics().names())
				.stream()
				.flatMap(topic -> Replay.read(topic, this.topics.of(source), source).stream())
				.toList();
		}
		catch (ExecutionException ex) {
			throw Topics.trouble("s of " + source, ex);
		}
	}

	/// Nobody waits for it: if it fails, the module's processes do it a week later.
	void forget(String topic) {
		this.clients.admin().deleteTopics(Set.of(topic));
	}

	boolean isAbandoned(Replay replay) {
		return replay.since().plus(Duration.ofDays(7)).isBefore(this.clock.instant());
	}

}
