package dev.cleave.platform.web;

import java.util.List;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// A page of a list, as the body of an answer; a `Link` header to the next page is added to it.
///
/// @param next the cursor of the next page, or null on the last one
public record Page<T>(List<T> items, @JsonInclude @Nullable String next) implements Continued {

	/// @param rows up to [Paging#fetchSize()] rows in the order of the list
	/// @param position the values that order the list, of one row; together they are
	/// unique
	public static <T> Page<T> of(List<T> rows, Paging paging, Function<? super T, ? extends List<?>> position) {
		if (rows.size() <= paging.limit()) {
			return new Page<>(List.copyOf(rows), null);
		}
		var shown = List.copyOf(rows.subList(0, paging.limit()));
		return new Page<>(shown, paging.cursor(position.apply(shown.getLast())));
	}

	public <V> Page<V> map(Function<? super T, ? extends V> view) {
		return new Page<>(this.items.stream().<V>map(view).toList(), this.next);
	}

}
