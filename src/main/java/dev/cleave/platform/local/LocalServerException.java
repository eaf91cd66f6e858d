package dev.cleave.platform.local;

import org.jspecify.annotations.Nullable;

/// A local server cannot be had; says what to do about it.
public final class LocalServerException extends RuntimeException {

	private final String action;

	LocalServerException(String description, String action, @Nullable Throwable cause) {
		super(description, cause);
		this.action = action;
	}

	LocalServerException(String description, String action) {
		this(description, action, null);
	}

	String action() {
		return this.action;
	}

	/// The jar was made for production, where databases are configured.
	static LocalServerException noDatabase() {
		return new LocalServerException("No database is configured and this jar carries no embedded one.",
				"Set spring.datasource.url, spring.datasource.username and spring.datasource.password to a PostgreSQL.");
	}

	/// The jar was made for production, where a Redis is configured.
	static LocalServerException noRedis() {
		return new LocalServerException("No Redis is configured and this jar carries no embedded one.",
				"Set spring.data.redis.url to a Redis.");
	}

}
