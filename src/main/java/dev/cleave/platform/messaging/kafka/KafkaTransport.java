package dev.cleave.platform.messaging.kafka;

import java.time.Clock;

import dev.cleave.platform.messaging.log.Bell;
import dev.cleave.platform.messaging.log.Interest;
import dev.cleave.platform.messaging.log.LogReader;
import dev.cleave.platform.messaging.log.Transport;

/// The `kafka` transport: every subscription reads from topics, also of modules that run in the same process. What a
/// message goes through does not depend on who runs where.
class KafkaTransport implements Transport {

	private final KafkaClients clients;

	private final Topics topics;

	private final Replays replays;

	private final Clock clock;

	KafkaTransport(KafkaClients clients, Topics topics, Replays replays, Clock clock) {
		this.clients = clients;
		this.topics = topics;
		this.replays = replays;
		this.clock = clock;
	}

	@Override
	public LogReader open(Interest interest, Bell bell) {
		var stretches = Feed.stretches(interest);
		return new Feed(interest, stretches,
				new Puller(interest, stretches, this.clients, this.topics, this.replays, bell, this.clock));
	}

}
