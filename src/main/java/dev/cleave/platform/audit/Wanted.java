package dev.cleave.platform.audit;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// Which entries somebody wants to see.
record Wanted(Map<Column, String> values) {

	static Wanted of(@Nullable String actor, @Nullable String action, @Nullable String subject) {
		var values = new EnumMap<Column, String>(Column.class);
		put(values, Column.ACTOR, actor);
		put(values, Column.ACTION, action);
		put(values, Column.SUBJECT, subject);
		return new Wanted(values);
	}

	private static void put(Map<Column, String> values, Column column, @Nullable String value) {
		if (value != null) {
			values.put(column, value);
		}
	}

	enum Column {

		ACTOR, ACTION, SUBJECT;

		String sql() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
