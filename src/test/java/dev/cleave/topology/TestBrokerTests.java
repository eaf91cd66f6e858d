package dev.cleave.topology;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class TestBrokerTests {

	@Test
	void keepsWhatItHasWhenItIsKilled() throws Exception {
		try (var broker = TestBroker.start()) {
			var address = broker.bootstrapServers();
			try (var admin = Admin.create(Map.of("bootstrap.servers", address))) {
				admin.createTopics(List.of(new NewTopic("t", 1, (short) 1))).all().get(30, TimeUnit.SECONDS);
			}
			try (var producer = new KafkaProducer<>(properties(address), new StringSerializer(),
					new StringSerializer())) {
				producer.send(new ProducerRecord<>("t", "kept")).get(30, TimeUnit.SECONDS);
			}

			broker.stop();
			broker.startAgain();

			assertThat(broker.bootstrapServers()).isEqualTo(address);
			try (var consumer = new KafkaConsumer<>(properties(address), new StringDeserializer(),
					new StringDeserializer())) {
				consumer.assign(List.of(new TopicPartition("t", 0)));
				consumer.seekToBeginning(consumer.assignment());
				await().until(() -> consumer.poll(Duration.ofMillis(200)), found -> found.count() == 1);
			}
		}
	}

	private static Properties properties(String address) {
		var properties = new Properties();
		properties.setProperty("bootstrap.servers", address);
		return properties;
	}

}
