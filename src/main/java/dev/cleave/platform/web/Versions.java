package dev.cleave.platform.web;

import org.springframework.http.HttpStatus;

/// Versions as strong entity tags (RFC 9110): who changes something says which version was seen.
public final class Versions {

	static final String STALE = "This was changed since. Read it again.";

	private Versions() {
	}

	public static String etag(long version) {
		return "\"%d\"".formatted(version);
	}

	/// For a change of something that exists: 428 when the caller does not say which
	/// version was seen, 412 when it is not the actual one.
	public static void require(IfMatch seen, long actual) {
		requirePresent(seen);
		honour(seen, actual);
	}

	/// For a change that may turn out to be none: 428 when the caller does not say which
	/// version was seen.
	public static void requirePresent(IfMatch seen) {
		if (!seen.isPresent()) {
			throw new ProblemException(HttpStatus.PRECONDITION_REQUIRED, "if-match-missing",
					"Say with If-Match which version you have seen.");
		}
	}

	/// For a move, where saying the version is a choice: 412 when it is said and is not
	/// the actual one.
	public static void honour(IfMatch seen, long actual) {
		if (seen.isPresent() && !seen.accepts(actual)) {
			throw new ProblemException(HttpStatus.PRECONDITION_FAILED, "version-stale", STALE);
		}
	}

}
