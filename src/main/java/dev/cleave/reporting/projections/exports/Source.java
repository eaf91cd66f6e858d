package dev.cleave.reporting.projections.exports;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// Where the rows of a report come from.
interface Source {

	Report report();

	/// The names of its columns.
	List<String> columns(Question question);

	/// How many steps it will take, as far as can be told.
	long steps(Question question);

	/// Writes rows in the order of their keys. A source that can go on from a key writes
	/// no more than one part at a time;
	/// one that can't writes all of them.
	///
	/// @param after key of the row that was written last; null at the beginning
	/// @param atMost rows of a part
	Stretch write(Question question, @Nullable List<String> after, int atMost, PartWriter file);

	/// What was written.
	///
	/// @param last key of the last row; null when there are no more
	/// @param steps how many steps further it is
	record Stretch(@Nullable List<String> last, long steps) {

		/// Of a source that writes everything at once.
		static final Stretch WHOLE = new Stretch(null, 0);

	}

}
