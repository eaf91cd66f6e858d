package dev.cleave.reporting.projections;

import java.util.Collection;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/// Turns rows into the columns that PostgreSQL's `unnest` takes: one array each, whatever the number of rows.
final class Columns {

	private Columns() {
	}

	static <T> @Nullable String[] texts(Collection<T> rows, Function<? super T, @Nullable String> column) {
		return rows.stream().map(column).toArray(String[]::new);
	}

	static <T> Long[] numbers(Collection<T> rows, Function<? super T, ? extends Number> column) {
		return rows.stream().map(column).map(Number::longValue).toArray(Long[]::new);
	}

}
