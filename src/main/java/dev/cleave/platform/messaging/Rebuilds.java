package dev.cleave.platform.messaging;

import java.util.Optional;

/// Makes what a module's rebuildable subscriptions feed once more, from the beginning of the logs. The new generation grows
/// beside the one that serves, takes over when it has come as far, and then the old one goes. All of that is rows of the
/// module's schema: it goes on whatever dies, and any node of the module does it.
public interface Rebuilds {

	/// Begins a new generation, in the caller's transaction if there is one.
	/// @return its number; empty when one is being built already
	Optional<Integer> begin(String module);

	/// Gives up the generation that is being built.
	/// @return whether it was this one
	boolean abandon(String module, int generation);

	/// How far the generation that is being built has come, or the one that serves if
	/// none is.
	Rebuild latest(String module);

}
