package dev.cleave.platform.messaging.delivery;

import dev.cleave.platform.messaging.Engine;
import dev.cleave.platform.messaging.SharedBroker;

/// What holds on the local transport holds over Kafka.
class EngineOverKafkaTests extends EngineTests {

	private final String topics = SharedBroker.freshPrefix();

	@Override
	Engine start(String url, String... properties) {
		return SharedBroker.engine(url, this.topics, properties);
	}

}
