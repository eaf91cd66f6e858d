package dev.cleave.platform.messaging.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/// The connections of this process to the brokers. They are made when first needed, as a process starts without a broker,
/// too.
class KafkaClients implements AutoCloseable {

	/// Far above any message: an order of 5,000 lines has less than a megabyte.
	static final int LARGEST_MESSAGE = 8 << 20;

	private static final Duration FAREWELL = Duration.ofSeconds(2);

	private final KafkaSettings settings;

	private @Nullable Admin admin;

	private @Nullable Producer<byte[], byte[]> producer;

	KafkaClients(KafkaSettings settings) {
		this.settings = settings;
	}

	synchronized Admin admin() {
		if (this.admin == null) {
			this.admin = Admin.create(properties("admin", Map.of()));
		}
		return this.admin;
	}

	/// What it is given comes in order or fails, within seconds: who waits for it holds a
	/// cursor.
	synchronized Producer<byte[], byte[]> producer() {
		if (this.producer == null) {
			this.producer = new KafkaProducer<>(
					properties("forward",
							Map.of(ProducerConfig.ACKS_CONFIG, "all", ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
									ProducerConfig.LINGER_MS_CONFIG, 0, ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000,
									ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 5_000,
									ProducerConfig.MAX_BLOCK_MS_CONFIG, 2_000, ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
									LARGEST_MESSAGE, ProducerConfig.BUFFER_MEMORY_CONFIG, 2L * LARGEST_MESSAGE)),
					new ByteArraySerializer(), new ByteArraySerializer());
		}
		return this.producer;
	}

	/// A consumer without a group: who works on what is decided by the cursors alone.
	Consumer<byte[], byte[]> consumer(String name) {
		return new KafkaConsumer<>(properties(name,
				Map.of(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false, ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
						"earliest", ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false,
						ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000, ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
						5_000, ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 250, ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
						1 << 20, ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 512 << 10)),
				new ByteArrayDeserializer(), new ByteArrayDeserializer());
	}

	private Map<String, Object> properties(String name, Map<String, Object> own) {
		var properties = new HashMap<String, Object>();
		properties.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
		properties.put(CommonClientConfigs.METADATA_MAX_AGE_CONFIG, 30_000);
		properties.put("enable.metrics.push", false);
		properties.putAll(own);
		properties.putAll(this.settings.properties());
		properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, this.settings.bootstrapServers());
		properties.put(CommonClientConfigs.CLIENT_ID_CONFIG, name + "-" + UUID.randomUUID());
		return properties;
	}

	@Override
	public synchronized void close() {
		if (this.producer != null) {
			this.producer.close(FAREWELL);
		}
		if (this.admin != null) {
			this.admin.close(FAREWELL);
		}
	}

}
