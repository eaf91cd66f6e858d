package dev.cleave.platform.messaging.kafka;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.cleave.platform.messaging.log.EventPartitions;

/// A wish for messages that the topic of a log does not have: a topic of its own, whose name says what is wished for. The
/// processes of the log's module fill it, and whoever wished for it deletes it.
///
/// @param from the first position of each partition, or [#NOTHING]
/// @param since when it was wished for
record Replay(String topic, String source, List<Long> from, Instant since) {

	static final long NOTHING = -1;

	private static final String AGAIN = ".again-";

	private static final Pattern WISH = Pattern.compile(
			"((?:\\d{1,18}|x)(?:\\.(?:\\d{1,18}|x)){%d})-(\\d{1,15})-[0-9a-f]{8}".formatted(EventPartitions.COUNT - 1));

	static Replay of(String logTopic, String source, List<Long> from, Instant now) {
		var positions = from.stream()
			.map(position -> (position == NOTHING) ? "x" : position.toString())
			.collect(Collectors.joining("."));
		return new Replay("%s%s%s-%d-%s".formatted(logTopic, AGAIN, positions, now.toEpochMilli(),
				UUID.randomUUID().toString().substring(0, 8)), source, List.copyOf(from), now);
	}

	/// Reads a topic's name; empty if it is no wish to this log.
	static Optional<Replay> read(String topic, String logTopic, String source) {
		if (!topic.startsWith(logTopic + AGAIN)) {
			return Optional.empty();
		}
		var wish = WISH.matcher(topic.substring((logTopic + AGAIN).length()));
		if (!wish.matches()) {
			return Optional.empty();
		}
		var from = Arrays.stream(wish.group(1).split("\\."))
			.map(position -> position.equals("x") ? NOTHING : Long.parseLong(position))
			.toList();
		return Optional.of(new Replay(topic, source, from, Instant.ofEpochMilli(Long.parseLong(wish.group(2)))));
	}

	boolean wants(int partition) {
		return this.from.get(partition) != NOTHING;
	}

}
