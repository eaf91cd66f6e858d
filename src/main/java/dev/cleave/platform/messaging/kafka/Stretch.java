package dev.cleave.platform.messaging.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import dev.cleave.platform.messaging.log.LoggedMessage;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.TransientDataAccessResourceException;

/// What has been brought of one partition of a log and is not taken yet: positions one after the other, without a gap.
/// The feed's thread adds at its end what the subscription's worker takes from its beginning.
final class Stretch {

	private static final long UNKNOWN = -1;

	private static final int MOST_MESSAGES = 1_000;

	private static final int MOST_CHARACTERS = 256 << 10;

	private final TreeMap<Long, LoggedMessage> messages = new TreeMap<>();

	private long first = UNKNOWN;

	private long next = UNKNOWN;

	private long behind;

	private int characters;

	private boolean lost;

	/// Whether it is known where the subscription stands.
	synchronized boolean isOpen() {
		return this.first != UNKNOWN;
	}

	/// The position that it continues with.
	synchronized long next() {
		return Math.max(0, this.next);
	}

	/// The end of the log, as far as it can be seen from the topic.
	synchronized long head() {
		return next() + this.behind;
	}

	/// @param records in the topic that have not been looked at
	synchronized void leaves(long records) {
		this.behind = records;
	}

	synchronized boolean isFull() {
		return this.messages.size() >= MOST_MESSAGES || this.characters >= MOST_CHARACTERS;
	}

	/// Whether it has to be brought anew from [#next] on; asked once.
	synchronized boolean isLost() {
		var answer = this.lost;
		this.lost = false;
		return answer;
	}

	/// The subscription has come to this position, by whose hand ever.
	synchronized void taken(long position) {
		if (this.first == UNKNOWN || position > this.next) {
			beginAt(position);
		}
		else if (position > this.first) {
			var over = this.messages.headMap(position);
			over.values().forEach(message -> this.characters -= message.data().length());
			over.clear();
			this.first = position;
		}
	}

	/// Adds the message if it is the next one; without one the position is passed over.
	synchronized boolean add(long position, @Nullable LoggedMessage message) {
		if (position != this.next) {
			return false;
		}
		this.next++;
		if (message != null) {
			this.messages.put(position, message);
			this.characters += message.data().length();
		}
		return true;
	}

	synchronized List<LoggedMessage> read(long from, long past) {
		if (from < this.first) {
			this.lost = true;
			beginAt(from);
			throw new TransientDataAccessResourceException("A cursor went back; its messages are brought again");
		}
		return new ArrayList<>(this.messages.subMap(from, past).values());
	}

	private void beginAt(long position) {
		this.messages.clear();
		this.characters = 0;
		this.first = position;
		this.next = position;
	}

}
