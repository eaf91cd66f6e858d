package dev.cleave.platform.messaging.kafka;

import java.time.Duration;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param bootstrapServers where the brokers are found, `host:port` with commas between; none by default
/// @param topicPrefix what topics' names begin with, at most 60 of `a-zA-Z0-9._-`; the module's name follows
/// @param topics whether missing topics are created or asked for
/// @param replication copies of a created topic; -1 for the brokers' default
/// @param retention how long a created topic keeps messages, at least a minute; who needs older ones is sent them again
/// @param properties of all Kafka clients, such as `security.protocol`
@ConfigurationProperties("cleave.messaging.kafka")
record KafkaSettings(@DefaultValue("") String bootstrapServers, @DefaultValue("cleave.") String topicPrefix,
		@DefaultValue("create") TopicCare topics, @DefaultValue("-1") short replication,
		@DefaultValue("7d") Duration retention, @DefaultValue Map<String, String> properties) {

	KafkaSettings {
		if (!topicPrefix.matches("[a-zA-Z0-9._-]{0,60}")) {
			throw new IllegalArgumentException(
					"cleave.messaging.kafka.topic-prefix must be at most 60 of a-z, A-Z, 0-9, '.', '_' and '-'");
		}
		if (replication != -1 && replication < 1) {
			throw new IllegalArgumentException("cleave.messaging.kafka.replication must be -1 or at least 1");
		}
		if (retention.compareTo(Duration.ofMinutes(1)) < 0) {
			throw new IllegalArgumentException("cleave.messaging.kafka.retention must be at least 1m");
		}
	}

	/// What is done about topics.
	enum TopicCare {

		/// Missing ones are created.
		CREATE,

		/// They must be there, as somebody else made them.
		CHECK

	}

}
