package dev.cleave.platform;

import java.time.Duration;

/// Nothing is wrong with what was asked, there is only too much of it at once: the caller is told to come back soon.
/// Nothing was done.
public class BusyException extends RuntimeException {

	private final String code;

	private final Duration retryAfter;

	/// @param code of the answer, such as `sign-in-busy`
	/// @param detail a sentence for the caller
	public BusyException(String code, String detail, Duration retryAfter) {
		super(detail);
		this.code = code;
		this.retryAfter = retryAfter;
	}

	public String code() {
		return this.code;
	}

	public Duration retryAfter() {
		return this.retryAfter;
	}

}
