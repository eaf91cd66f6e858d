package dev.cleave.platform.messaging.log;

import java.util.Collection;
import java.util.List;

/// How subscriptions reach the logs of the modules they listen to: the seam between transports.
public interface LogReader {

	/// The next position of each partition of a module's log, as last seen: at most one
	/// poll behind.
	long[] heads(String source);

	/// The messages of these types in the windows, in order within each partition.
	List<LoggedMessage> read(List<LogWindow> windows, Collection<String> types);

	/// Rings whenever the log of that module may have grown.
	void onGrowth(String source, Bell bell);

	/// Rings it no more.
	void forget(String source, Bell bell);

}
