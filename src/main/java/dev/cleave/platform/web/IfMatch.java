package dev.cleave.platform.web;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/// The versions a caller says to have seen; a controller takes it as a parameter.
///
/// @param header the value of `If-Match` as it came, or null
public record IfMatch(@Nullable String header) {

	public boolean isPresent() {
		return this.header != null;
	}

	/// Weak tags never match: a change needs to know exactly what it changes.
	public boolean accepts(long version) {
		return this.header != null && Arrays.stream(this.header.split(","))
			.map(String::strip)
			.anyMatch(tag -> tag.equals("*") || tag.equals(Versions.etag(version)));
	}

}
