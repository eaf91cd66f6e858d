package dev.cleave.platform.messaging;

import java.util.UUID;
import java.util.stream.Stream;

import dev.cleave.topology.TestBroker;

/// One broker for all tests of a JVM that do not stop it. It ends with the JVM.
public final class SharedBroker {

	private static final TestBroker BROKER = TestBroker.start();

	private SharedBroker() {
	}

	public static String address() {
		return BROKER.bootstrapServers();
	}

	/// What no other test's topics begin with.
	public static String freshPrefix() {
		return "t" + UUID.randomUUID().toString().substring(0, 8) + ".";
	}

	/// A process whose messages go over this broker.
	public static Engine engine(String url, String topicPrefix, String... properties) {
		return Engine.start(url,
				Stream
					.concat(Stream.of("cleave.messaging.transport=kafka",
							"cleave.messaging.kafka.bootstrap-servers=" + address(),
							"cleave.messaging.kafka.topic-prefix=" + topicPrefix), Stream.of(properties))
					.toArray(String[]::new));
	}

}
