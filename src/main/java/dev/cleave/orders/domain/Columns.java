package dev.cleave.orders.domain;

import java.util.Collection;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/// Turns rows into the columns that PostgreSQL's `unnest` takes: one array each, whatever the number of rows.
final class Columns {

	private Columns() {
	}

	static <T> @Nullable String[] texts(Collection<T> rows, Function<? super T, ? extends @Nullable Object> column) {
		return rows.stream().map(column).map(value -> (value != null) ? value.toString() : null).toArray(String[]::new);
	}

	static <T> Long[] numbers(Collection<T> rows, Function<? super T, ? extends Number> column) {
		return rows.stream().map(column).map(Number::longValue).toArray(Long[]::new);
	}

}
