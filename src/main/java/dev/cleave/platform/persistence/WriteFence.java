package dev.cleave.platform.persistence;

import java.util.Set;

/// While a module's database moves, its runtime login may read the old place and the new one, and write to one of them
/// or to neither: the scripts in `docker/moving` take its rights away and give them back. A statement that meets this
/// fence has done nothing, and nor has its transaction.
public final class WriteFence {

	/// No right to write, and a transaction that may only read.
	private static final Set<String> STATES = Set.of("42501", "25006");

	private WriteFence() {
	}

	/// Whether a failure is that of a write that met the fence.
	public static boolean isCauseOf(Throwable failure) {
		return SqlStates.saidIn(failure, STATES);
	}

}
