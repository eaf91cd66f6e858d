package dev.cleave.platform.messaging.kafka;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import dev.cleave.platform.messaging.log.LoggedMessage;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/// A message of a log as a record of Kafka: its JSON, and in the headers the attributes of its CloudEvents envelope and
/// its position in the log.
final class Envelope {

	private static final String POSITION = "position";

	private Envelope() {
	}

	static ProducerRecord<byte[], byte[]> seal(String topic, LoggedMessage message) {
		var headers = new ArrayList<Header>(
				List.of(position(message.position()), header("content-type", "application/json"),
						header("ce_specversion", "1.0"), header("ce_id", message.id().toString()),
						header("ce_type", message.type()), header("ce_source", message.source()),
						header("ce_subject", message.subject()), header("ce_time", message.time().toString()),
						header("ce_sequence", Long.toString(message.sequence())), header("ce_kind", message.kind())));
		if (message.traceparent() != null) {
			headers.add(header("ce_traceparent", message.traceparent()));
		}
		return new ProducerRecord<>(topic, (int) message.partition(), bytes(message.subject()), bytes(message.data()),
				headers);
	}

	/// A record that says: before this position there is nothing more to be sent again.
	static ProducerRecord<byte[], byte[]> end(String topic, int partition, long position) {
		return new ProducerRecord<>(topic, partition, new byte[0], new byte[0], List.of(position(position)));
	}

	static boolean isEnd(ConsumerRecord<byte[], byte[]> received) {
		return received.headers().lastHeader("ce_type") == null;
	}

	private static Header position(long position) {
		return new RecordHeader(POSITION, ByteBuffer.allocate(Long.BYTES).putLong(position).array());
	}

	/// Where in the log the message stands.
	static long position(ConsumerRecord<byte[], byte[]> received) {
		return ByteBuffer.wrap(Objects.requireNonNull(received.headers().lastHeader(POSITION), POSITION).value())
			.getLong();
	}

	static String type(ConsumerRecord<byte[], byte[]> received) {
		return text(received, "ce_type");
	}

	static LoggedMessage open(ConsumerRecord<byte[], byte[]> received) {
		return new LoggedMessage(text(received, "ce_source"), (short) received.partition(), position(received),
				UUID.fromString(text(received, "ce_id")), text(received, "ce_kind"), type(received),
				text(received, "ce_subject"), Long.parseLong(text(received, "ce_sequence")),
				Instant.parse(text(received, "ce_time")), textOrNull(received, "ce_traceparent"),
				new String(received.value(), StandardCharsets.UTF_8));
	}

	private static String text(ConsumerRecord<byte[], byte[]> received, String name) {
		return Objects.requireNonNull(textOrNull(received, name), name);
	}

	private static @Nullable String textOrNull(ConsumerRecord<byte[], byte[]> received, String name) {
		var header = received.headers().lastHeader(name);
		return (header != null) ? new String(header.value(), StandardCharsets.UTF_8) : null;
	}

	private static Header header(String name, String value) {
		return new RecordHeader(name, bytes(value));
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
