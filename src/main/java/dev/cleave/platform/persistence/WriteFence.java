package dev.cleave.platform.persistence;

import java.sql.SQLException;
import java.util.Set;

import org.jspecify.annotations.Nullable;

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
		for (@Nullable
		Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof SQLException sql && sql.getSQLState() != null && STATES.contains(sql.getSQLState())) {
				return true;
			}
		}
		return false;
	}

}
