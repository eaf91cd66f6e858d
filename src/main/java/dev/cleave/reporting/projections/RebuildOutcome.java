package dev.cleave.reporting.projections;

import dev.cleave.platform.messaging.Rebuild;

/// What became of the wish to rebuild.
public sealed interface RebuildOutcome {

	/// A new generation is being built from now on.
	record Begun(Rebuild rebuild) implements RebuildOutcome {
	}

	/// One is being built already.
	record Running(Rebuild rebuild) implements RebuildOutcome {
	}

}
