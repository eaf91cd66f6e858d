package dev.cleave.platform.messaging.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.cleave.platform.messaging.kafka.KafkaSettings.TopicCare;
import dev.cleave.platform.messaging.log.EventPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

import org.springframework.dao.TransientDataAccessResourceException;

/// The topics: one for each module's log, partition for partition. Each is created or looked at before its first use.
class Topics {

	private static final long PATIENCE_SECONDS = 5;

	private final KafkaClients clients;

	private final KafkaSettings settings;

	private final Set<String> fit = ConcurrentHashMap.newKeySet();

	Topics(KafkaClients clients, KafkaSettings settings) {
		this.clients = clients;
		this.settings = settings;
	}

	/// The topic of a module's log.
	String of(String module) {
		return this.settings.topicPrefix() + module;
	}

	/// Sees to it that the topic is there and fit.
	/// @throws UnfitTopicException if it is not
	/// @throws TransientDataAccessResourceException if nobody can be asked
	void ensure(String topic) {
		if (this.fit.contains(topic)) {
			return;
		}
		if (this.settings.topics() == TopicCare.CREATE) {
			create(topic, this.settings.retention());
		}
		check(topic);
		this.fit.add(topic);
	}

	/// It may be gone; it is looked at again before its next use.
	void doubt(String topic) {
		this.fit.remove(topic);
	}

	/// @param retention how long it keeps messages; less than nothing for ever
	void create(String topic, Duration retention) {
		var wanted = new NewTopic(topic, Optional.of(EventPartitions.COUNT), Optional.of(this.settings.replication()))
			.configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
					TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention.toMillis()),
					TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(KafkaClients.LARGEST_MESSAGE)));
		try {
			await(this.clients.admin().createTopics(Set.of(wanted)).all());
		}
		catch (ExecutionException ex) {
			if (!(ex.getCause() instanceof TopicExistsException)) {
				throw trouble(topic, ex);
			}
		}
	}

	private void check(String topic) {
		var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
		try {
			var described = Objects
				.requireNonNull(await(this.clients.admin().describeTopics(Set.of(topic)).allTopicNames()).get(topic));
			if (described.partitions().size() != EventPartitions.COUNT) {
				throw new UnfitTopicException(topic, "has %d partitions".formatted(described.partitions().size()),
						"Create it with %d partitions, which stay for ever.".formatted(EventPartitions.COUNT));
			}
			var config = Objects
				.requireNonNull(await(this.clients.admin().describeConfigs(Set.of(resource)).all()).get(resource));
			if (!TopicConfig.CLEANUP_POLICY_DELETE.equals(config.get(TopicConfig.CLEANUP_POLICY_CONFIG).value())) {
				throw new UnfitTopicException(topic, "is compacted and so forgets messages",
						"Set cleanup.policy=delete.");
			}
			if (Integer
				.parseInt(config.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG).value()) < KafkaClients.LARGEST_MESSAGE) {
				throw new UnfitTopicException(topic, "does not take every message",
						"Set max.message.bytes=%d or more.".formatted(KafkaClients.LARGEST_MESSAGE));
			}
		}
		catch (ExecutionException ex) {
			// One that was created just now is not known everywhere at once.
			if (ex.getCause() instanceof UnknownTopicOrPartitionException
					&& this.settings.topics() == TopicCare.CHECK) {
				throw new UnfitTopicException(topic, "is missing",
						"Create it with %d partitions, cleanup.policy=delete and max.message.bytes=%d, or set cleave.messaging.kafka.topics=create."
							.formatted(EventPartitions.COUNT, KafkaClients.LARGEST_MESSAGE));
			}
			throw trouble(topic, ex);
		}
	}

	static <T> T await(KafkaFuture<T> future) throws ExecutionException {
		try {
			return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
		}
		catch (TimeoutException ex) {
			throw new ExecutionException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new ExecutionException(ex);
		}
	}

	static TransientDataAccessResourceException trouble(String topic, ExecutionException cause) {
		return new TransientDataAccessResourceException("The brokers can't be asked for topic " + topic, cause);
	}

}
