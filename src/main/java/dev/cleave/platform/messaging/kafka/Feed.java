package dev.cleave.platform.messaging.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.cleave.platform.messaging.log.EventPartitions;
import dev.cleave.platform.messaging.log.Interest;
import dev.cleave.platform.messaging.log.LogReader;
import dev.cleave.platform.messaging.log.LogWindow;
import dev.cleave.platform.messaging.log.LoggedMessage;

/// What one subscription reads: brought from the topics by a thread of its own, from where its cursors stand on, and
/// never much more than it is about to take.
final class Feed implements LogReader {

	private static final Duration FAREWELL = Duration.ofSeconds(3);

	private final Map<String, List<Stretch>> stretches;

	private final Puller puller;

	private final Thread thread;

	Feed(Interest interest, Map<String, List<Stretch>> stretches, Puller puller) {
		this.stretches = stretches;
		this.puller = puller;
		this.thread = Thread.ofPlatform().daemon().name("feed-" + interest.subscription()).start(puller);
	}

	/// Empty stretches for all partitions of these logs.
	static Map<String, List<Stretch>> stretches(Interest interest) {
		return interest.sources()
			.stream()
			.collect(Collectors.toUnmodifiableMap(source -> source,
					source -> Stream.generate(Stretch::new).limit(EventPartitions.COUNT).toList()));
	}

	@Override
	public long[] heads(String source) {
		return positions(source, Stretch::head);
	}

	@Override
	public long[] readable(String source) {
		return positions(source, Stretch::next);
	}

	@Override
	public List<LoggedMessage> read(List<LogWindow> windows) {
		var messages = new ArrayList<LoggedMessage>();
		for (var window : windows) {
			messages.addAll(stretch(window.source(), window.partition()).read(window.first(), window.past()));
		}
		return messages;
	}

	@Override
	public void taken(String source, short partition, long position) {
		stretch(source, partition).taken(position);
		this.puller.goOn();
	}

	@Override
	public Instant seenUpTo(Instant now) {
		return this.puller.seenUpTo();
	}

	@Override
	public void close() {
		this.puller.stop();
		try {
			this.thread.join(FAREWELL);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private Stretch stretch(String source, int partition) {
		return Objects.requireNonNull(this.stretches.get(source), source).get(partition);
	}

	private long[] positions(String source, ToLongFunction<Stretch> position) {
		return IntStream.range(0, EventPartitions.COUNT)
			.mapToLong(partition -> position.applyAsLong(stretch(source, partition)))
			.toArray();
	}

}
