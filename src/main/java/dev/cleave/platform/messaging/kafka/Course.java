package dev.cleave.platform.messaging.kafka;

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
/// not the next one is dropped, for the next one comes.
final class Course {

	private final TopicPartition place;

	private final Stretch stretch;

	private boolean fromBeginning;

	private boolean fresh;

	private boolean gap;

	Course(TopicPartition place, Stretch stretch) {
		this.place = place;
		this.stretch = stretch;
	}

	TopicPartition place() {
		return this.place;
	}

	/// Looks for the next message where it stands at the earliest.
	void begin(Consumer<?, ?> consumer, Map<TopicPartition, Long> beginnings, Map<TopicPartition, Long> ends) {
		var next = this.stretch.next();
		long beginning = Objects.requireNonNull(beginnings.get(this.place));
		long end = Objects.requireNonNull(ends.get(this.place));
		this.fromBeginning = next <= beginning || next > end;
		this.fresh = true;
		this.gap = false;
		consumer.seek(this.place, this.fromBeginning ? beginning : next);
	}

	/// Returns whether there is more to read now.
	boolean accept(Consumer<?, ?> consumer, ConsumerRecord<byte[], byte[]> received, Interest interest) {
		var position = Envelope.position(received);
		var next = this.stretch.next();
		if (position == next) {
			this.gap = false;
			this.fresh = false;
			return this.stretch.add(position,
					interest.includes(Envelope.type(received)) ? Envelope.open(received) : null);
		}
		if (position > next) {
			this.gap = true;
			if (this.fresh && !this.fromBeginning) {
				// The topic did not begin with position 0: it was made anew.
				this.fromBeginning = true;
				consumer.seekToBeginning(Set.of(this.place));
			}
		}
		this.fresh = false;
		return false;
	}

	/// Whether later messages have been seen, but not the next one.
	boolean hasGap() {
		return this.gap;
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
		return left == 0 && !this.gap;
	}

}
