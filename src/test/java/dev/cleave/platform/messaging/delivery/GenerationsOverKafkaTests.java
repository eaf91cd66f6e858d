package dev.cleave.platform.messaging.delivery;

import dev.cleave.platform.messaging.Engine;
import dev.cleave.platform.messaging.SharedBroker;

/// Generations are built from topics as from logs.
class GenerationsOverKafkaTests extends GenerationsTests {

	private final String topics = SharedBroker.freshPrefix();

	@Override
	Engine start(String url, String... properties) {
		return SharedBroker.engine(url, this.topics, properties);
	}

}
