package dev.cleave.inventory.domain;

import org.jspecify.annotations.Nullable;

/// The places where stock may be.
public final class Locations {

	/// Where everything is, unless told otherwise.
	public static final String MAIN = "main";

	/// What a location is called, as a regular expression.
	public static final String PATTERN = "[a-z0-9][a-z0-9-]{0,31}";

	private Locations() {
	}

	public static String orMain(@Nullable String location) {
		return (location != null) ? location : MAIN;
	}

}
