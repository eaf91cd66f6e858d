package dev.cleave.platform.messaging.log;

import java.util.List;

/// Hands messages of this process's logs on to processes that can't read them.
public interface Forwarding {

	/// Returns when all have arrived where they are safe, within some seconds.
	/// @param messages of one log, in the order of each partition
	void forward(List<LoggedMessage> messages);

}
