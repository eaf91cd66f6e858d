package dev.cleave.acceptance;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/// What was sent, so that it can be sent again.
///
/// @param tale of the order that it moves, if it moves one
/// @param first what the first answer said, if that must not change
record Request(String path, Map<String, Object> body, String key, @Nullable Tale tale, Deed.@Nullable WithOrder deed,
		String first) {

	Request(String path, Map<String, Object> body, String key, @Nullable Tale tale, Deed.@Nullable WithOrder deed) {
		this(path, body, key, tale, deed, "");
	}

	Request answered(Answer answer) {
		return new Request(this.path, this.body, this.key, this.tale, this.deed, answer.text());
	}

}
