package dev.cleave.platform.web;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/// Which page of a list is asked for; a controller takes it as a parameter (`?limit=1…100&cursor=…`). Lists are read by
/// key, never by offset: the next page begins after the values of the last row shown.
public final class Paging {

	public static final int DEFAULT_LIMIT = 20;

	public static final int LARGEST_LIMIT = 100;

	private final int limit;

	private final @Nullable List<String> after;

	private final Function<List<String>, String> cursor;

	Paging(int limit, @Nullable List<String> after, Function<List<String>, String> cursor) {
		this.limit = limit;
		this.after = after;
		this.cursor = cursor;
	}

	/// How many items the page shows at most.
	public int limit() {
		return this.limit;
	}

	/// How many rows to read: one more than are shown tells whether there is a next page.
	public int fetchSize() {
		return this.limit + 1;
	}

	/// What the last page ended with, as the values that were given to [Page#of]; null on
	/// the first page.
	public @Nullable List<String> after() {
		return this.after;
	}

	String cursor(List<?> values) {
		return this.cursor.apply(values.stream().map(String::valueOf).toList());
	}

}
