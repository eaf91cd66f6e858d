package dev.cleave.platform.messaging.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

import org.springframework.dao.TransientDataAccessResourceException;

/// How far wishes are fulfilled.
final class ReplayProgress {

	private static final Duration POLL = Duration.ofMillis(100);

	private static final Duration PATIENCE = Duration.ofSeconds(4);

	private final KafkaClients clients;

	ReplayProgress(KafkaClients clients) {
		this.clients = clients;
	}

	/// The next position of each partition of which something is still to be sent.
	Map<Short, Long> positions(Replay replay) {
		var last = lastRecords(replay);
		var positions = new HashMap<Short, Long>();
		for (short partition = 0; partition < replay.from().size(); partition++) {
			var record = last.get(partition);
			if (replay.wants(partition) && (record == null || !Envelope.isEnd(record))) {
				positions.put(partition,
						(record != null) ? Envelope.position(record) + 1 : replay.from().get(partition));
			}
		}
		return positions;
	}

	private Map<Short, ConsumerRecord<byte[], byte[]>> lastRecords(Replay replay) {
		try (var consumer = this.clients.consumer("again." + replay.source())) {
			var ends = consumer.endOffsets(places(replay));
			ends.values().removeIf(end -> end == 0);
			consumer.assign(ends.keySet());
			ends.forEach((place, end) -> consumer.seek(place, end - 1));
			var last = new HashMap<Short, ConsumerRecord<byte[], byte[]>>();
			var deadline = System.nanoTime() + PATIENCE.toNanos();
			while (last.size() < ends.size()) {
				if (System.nanoTime() > deadline) {
					throw new TransientDataAccessResourceException(
							"The last records of %s do not come".formatted(replay.topic()));
				}
				consumer.poll(POLL).forEach(record -> last.put((short) record.partition(), record));
			}
			return last;
		}
	}

	private static List<TopicPartition> places(Replay replay) {
		return IntStream.range(0, replay.from().size())
			.filter(replay::wants)
			.mapToObj(partition -> new TopicPartition(replay.topic(), partition))
			.collect(Collectors.toList());
	}

}
