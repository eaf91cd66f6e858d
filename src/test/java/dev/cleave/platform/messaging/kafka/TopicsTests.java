package dev.cleave.platform.messaging.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.cleave.platform.messaging.SharedBroker;
import dev.cleave.platform.messaging.kafka.KafkaSettings.TopicCare;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.dao.TransientDataAccessResourceException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class TopicsTests {

	private final String prefix = SharedBroker.freshPrefix();

	private final String topic = this.prefix + "orders";

	private final KafkaClients clients = new KafkaClients(settings(SharedBroker.address(), TopicCare.CREATE));

	@AfterEach
	void close() {
		this.clients.close();
	}

	@Test
	void areMadeWithAPartitionForEachOfTheLog() throws Exception {
		await().ignoreExceptionsInstanceOf(TransientDataAccessResourceException.class).until(() -> {
			topics(TopicCare.CREATE).ensure(this.topic);
			return true;
		});

		assertThat(described().partitions()).hasSize(8);
		topics(TopicCare.CREATE).ensure(this.topic);
		topics(TopicCare.CHECK).ensure(this.topic);
	}

	@Test
	void areAskedForWhereSomebodyElseMakesThem() {
		assertUnfit("is missing", "Create it with 8 partitions");

		assertThat(SharedBroker.topics(this.prefix)).isEmpty();
	}

	@Test
	void areRefusedWithAnotherNumberOfPartitions() throws Exception {
		make(4, Map.of("max.message.bytes", Integer.toString(KafkaClients.LARGEST_MESSAGE)));

		assertUnfit("has 4 partitions", "Create it with 8 partitions");
	}

	@Test
	void areRefusedIfTheyForgetWhatIsSaidTwice() throws Exception {
		make(8, Map.of("cleanup.policy", "compact"));

		assertUnfit("is compacted", "cleanup.policy=delete");
	}

	@Test
	void areRefusedIfTheyTakeNoLargeMessage() throws Exception {
		make(8, Map.of("max.message.bytes", "1000000"));

		assertUnfit("does not take every message", "max.message.bytes=" + KafkaClients.LARGEST_MESSAGE);
	}

	@Test
	void areAskedAboutAgainWhenNobodyAnswers() {
		var settings = settings("127.0.0.1:1", TopicCare.CREATE);
		try (var silent = new KafkaClients(settings)) {
			assertThatExceptionOfType(TransientDataAccessResourceException.class)
				.isThrownBy(() -> new Topics(silent, settings).ensure(this.topic));
		}
	}

	private void assertUnfit(String why, String remedy) {
		assertThatExceptionOfType(UnfitTopicException.class)
			.isThrownBy(() -> topics(TopicCare.CHECK).ensure(this.topic))
			.withMessageContaining(why)
			.withMessageContaining(remedy);
	}

	private void make(int partitions, Map<String, String> settings) throws Exception {
		this.clients.admin()
			.createTopics(Set.of(new NewTopic(this.topic, Optional.of(partitions), Optional.empty()).configs(settings)))
			.all()
			.get();
		await().ignoreExceptions().until(() -> described().partitions().size() == partitions);
	}

	private TopicDescription described() throws Exception {
		return this.clients.admin().describeTopics(Set.of(this.topic)).allTopicNames().get().get(this.topic);
	}

	private Topics topics(TopicCare care) {
		return new Topics(this.clients, settings(SharedBroker.address(), care));
	}

	private KafkaSettings settings(String brokers, TopicCare care) {
		return new KafkaSettings(brokers, this.prefix, care, (short) -1, Duration.ofDays(7), Map.of());
	}

}
