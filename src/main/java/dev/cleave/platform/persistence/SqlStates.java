package dev.cleave.platform.persistence;

import java.sql.SQLException;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/// What the database itself said of a failure, however deep in it.
final class SqlStates {

	private SqlStates() {
	}

	/// Whether it said one of these.
	static boolean saidIn(Throwable failure, Set<String> states) {
		@Nullable Throwable cause = failure;
		while (cause != null) {
			if (cause instanceof SQLException sql && sql.getSQLState() != null && states.contains(sql.getSQLState())) {
				return true;
			}
			cause = cause.getCause();
		}
		return false;
	}

}
