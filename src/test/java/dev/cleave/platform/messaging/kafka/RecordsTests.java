package dev.cleave.platform.messaging.kafka;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Set;

import dev.cleave.TestServers;
import dev.cleave.platform.messaging.Engine;
import dev.cleave.platform.messaging.SharedBroker;
import dev.cleave.teller.Told;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// What lies in a topic, for others than Cleave to read it, too.
class RecordsTests {

	private final String prefix = SharedBroker.freshPrefix();

	private final Engine engine = SharedBroker.engine(TestServers.freshDatabase(), this.prefix);

	@AfterEach
	void stop() {
		this.engine.close();
	}

	@Test
	void carryTheirEnvelopeAndTheirPositionInHeaders() {
		this.engine.tell(new Told("a", 7), new Told("a", 8));
		await().until(() -> this.engine.heard("a").size() == 2);

		var record = second();

		var headers = new HashMap<String, String>();
		record.headers().forEach(header -> headers.put(header.key(), text(header.value())));
		assertThat(headers).containsEntry("ce_specversion", "1.0")
			.containsEntry("ce_type", "teller.Told.v1")
			.containsEntry("ce_source", "teller")
			.containsEntry("ce_subject", "a")
			.containsEntry("ce_sequence", "2")
			.containsEntry("ce_id", logged("message_id"))
			.containsEntry("content-type", "application/json");
		assertThat(Instant.parse(headers.get("ce_time"))).isBefore(Instant.now());
		assertThat(ByteBuffer.wrap(record.headers().lastHeader("position").value()).getLong()).isEqualTo(1);
		assertThat(record.partition()).isEqualTo(Integer.parseInt(logged("partition")));
		assertThat(text(record.key())).isEqualTo("a");
		assertThat(text(record.value())).contains("\"number\"").contains("8");
	}

	/// Brokers know producers by number only if these are idempotent, which they can't be
	/// without `acks=all`.
	@Test
	void areSentByAProducerThatDoublesNothing() throws Exception {
		this.engine.tell(new Told("a", 1));
		await().until(() -> this.engine.heard("a").size() == 1);
		var place = new TopicPartition(this.prefix + "teller", Integer.parseInt(logged("partition")));

		var producers = this.engine.bean(KafkaClients.class)
			.admin()
			.describeProducers(Set.of(place))
			.partitionResult(place)
			.get()
			.activeProducers();

		assertThat(producers).isNotEmpty().allMatch(producer -> producer.producerId() >= 0);
	}

	private ConsumerRecord<byte[], byte[]> second() {
		var place = new TopicPartition(this.prefix + "teller", Integer.parseInt(logged("partition")));
		try (var consumer = this.engine.bean(KafkaClients.class).consumer("test")) {
			consumer.assign(Set.of(place));
			consumer.seek(place, 1);
			return consumer.poll(Duration.ofSeconds(10)).records(place).getFirst();
		}
	}

	private String logged(String column) {
		return this.engine.database()
			.sql("SELECT %s::text FROM teller.event_log ORDER BY position DESC LIMIT 1".formatted(column))
			.query(String.class)
			.single();
	}

	private static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.UTF_8);
	}

}
