package dev.cleave.platform.messaging.log;

import java.time.Instant;
import java.util.List;

/// How one subscription reads the logs of the modules it listens to.
public interface LogReader extends AutoCloseable {

	/// The next position of each partition of a module's log, as last seen: at most one
	/// poll behind.
	long[] heads(String source);

	/// How far each partition can be read now; a transport may not have brought all of it
	/// yet.
	default long[] readable(String source) {
		return heads(source);
	}

	/// The messages in the windows that the subscription is interested in, in order
	/// within
	/// each partition.
	List<LoggedMessage> read(List<LogWindow> windows);

	/// The subscription has taken everything before the position, whoever worked for it,
	/// and will never ask for it again.
	default void taken(String source, short partition, long position) {
	}

	/// The time up to which all that stood in the logs is in [#heads].
	/// @param now the present
	default Instant seenUpTo(Instant now) {
		return now;
	}

	@Override
	void close();

}
