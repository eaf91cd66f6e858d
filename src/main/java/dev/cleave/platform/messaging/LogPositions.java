package dev.cleave.platform.messaging;

import java.time.Duration;
import java.util.Optional;

/// Lets a client that wrote in one module be sure that another has heard of it: the first answers with a position of its
/// log, and the second waits until its copy has come that far.
public interface LogPositions {

	/// A position of the module's log behind everything the caller has committed there.
	/// Waits for the sequencer, usually some milliseconds; call it outside a transaction.
	/// Empty when the log does not grow within two seconds.
	Optional<String> after(String module);

	/// Waits until the subscription has taken everything before the position.
	/// @return false when it did not within the time
	/// @throws IllegalArgumentException if the position is none of a log that the
	/// subscription reads
	boolean awaitApplied(String position, String subscription, Duration patience);

}
