package dev.cleave.platform.persistence;

import org.jspecify.annotations.Nullable;

/// A module's schema can't serve this release. The message says what is wrong and what to do.
class SchemaNotReadyException extends RuntimeException {

	private final String action;

	SchemaNotReadyException(String module, String description, String action) {
		this(module, description, action, null);
	}

	SchemaNotReadyException(String module, String description, String action, @Nullable Throwable cause) {
		super("Schema %s is not ready. %s".formatted(module, description), cause);
		this.action = action;
	}

	String action() {
		return this.action;
	}

}
