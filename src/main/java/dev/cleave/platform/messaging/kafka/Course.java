package dev.cleave.platform.messaging.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.cleave.platform.messaging.log.Interest;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/// How a feed reads one partition of a topic.
///
/// A record's offset is never below its message's position, as the topic began with position 0 and has each message at least
/// once after the one before it. It may have some twice, or a later one too early, where sending was tried again: what is
/// not the next one is dropped, for the next one comes. If it does not come in time, the topic has lost it.
final class Course {

	/// Longer than it takes to send a batch again.
	private static final Duration PATIENCE = Duration.ofSeconds(3);

	private static final long NOWHERE = -1;

	private final String source;

	private final TopicPartition place;

	private final Stretch stretch;

	/// Whether the topic was filled for this feed, and not the log's own.
	private final boolean again;

	/// Up to here nothing is missing.
	private final long proven;

	private boolean fromBeginning;

	private boolean fresh;

	private boolean over;

	private long missed = NOWHERE;

	private long missedSince;

	private Course(String source, TopicPartition place, Stretch stretch, boolean again, long proven) {
		this.source = source;
		this.place = place;
		this.stretch = stretch;
		this.again = again;
		this.proven = proven;
	}

	static Course ofLog(String source, TopicPartition place, Stretch stretch) {
		return new Course(source, place, stretch, false, NOWHERE);
	}

	/// The same partition in a topic that is filled for this feed.
	Course again(String topic) {
		return new Course(this.source, new TopicPartition(topic, this.place.partition()), this.stretch, true, NOWHERE);
	}

	/// The same partition in the log's topic, which has all that comes now.
	Course backIn(String logTopic) {
		return new Course(this.source, new TopicPartition(logTopic, this.place.partition()), this.stretch, false,
				this.stretch.next());
	}

	String source() {
		return this.source;
	}

	TopicPartition place() {
		return this.place;
	}

	boolean isAgain() {
		return this.again;
	}

	long next() {
		return this.stretch.next();
	}

	/// Looks for the next message where it stands at the earliest.
	void begin(Consumer<?, ?> consumer, Map<TopicPartition, Long> beginnings, Map<TopicPartition, Long> ends) {
		var next = this.stretch.next();
		long beginning = Objects.requireNonNull(beginnings.get(this.place));
		long end = Objects.requireNonNull(ends.get(this.place));
		this.fromBeginning = this.again || next <= beginning || next > end;
		this.fresh = true;
		this.missed = NOWHERE;
		if ((next > end || beginning == end && next < beginning) && next != this.proven) {
			// The topic is shorter than the log, as if it was made anew, or empty by now:
			// it
			// may have had the next message.
			misses(next);
		}
		consumer.seek(this.place, this.fromBeginning ? beginning : next);
	}

	/// Returns whether there is more to read now.
	boolean accept(Consumer<?, ?> consumer, ConsumerRecord<byte[], byte[]> received, Interest interest) {
		var position = Envelope.position(received);
		var next = this.stretch.next();
		if (Envelope.isEnd(received) && position <= next) {
			this.over = true;
			return false;
		}
		if (position == next) {
			this.fresh = false;
			return this.stretch.add(position,
					interest.includes(Envelope.type(received)) ? Envelope.open(received) : null);
		}
		if (position > next) {
			misses(next);
			if (this.fresh && !this.fromBeginning) {
				// The topic did not begin with position 0: it was made anew.
				this.fromBeginning = true;
				consumer.seekToBeginning(Set.of(this.place));
			}
		}
		this.fresh = false;
		return false;
	}

	private void misses(long next) {
		if (this.missed != next) {
			this.missed = next;
			this.missedSince = System.nanoTime();
		}
	}

	/// Whether later messages have been seen, but not the next one.
	private boolean hasGap() {
		return this.missed == this.stretch.next();
	}

	/// Whether the next message will not come here.
	boolean misses() {
		return hasGap() && System.nanoTime() - this.missedSince > PATIENCE.toNanos();
	}

	/// Whether all that was wished for has been brought.
	boolean isOver() {
		return this.over;
	}

	/// Brings no more than there is room for.
	/// @return whether it waits for room
	boolean regulate(Consumer<?, ?> consumer) {
		var full = this.stretch.isFull();
		if (full) {
			consumer.pause(Set.of(this.place));
		}
		else {
			consumer.resume(Set.of(this.place));
		}
		return full;
	}

	boolean isLost() {
		return this.stretch.isLost();
	}

	/// Tells how much is left in the topic.
	/// @return whether it has come to this end
	boolean compare(Consumer<?, ?> consumer, long end) {
		var left = Math.max(0, end - consumer.position(this.place));
		this.stretch.leaves(left);
		return left == 0 && !hasGap() && !this.again;
	}

}
