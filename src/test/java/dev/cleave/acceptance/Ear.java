package dev.cleave.acceptance;

import java.util.List;

/// Hears what a shop's processes write into their logs while it is open.
interface Ear extends AutoCloseable {

	/// What was heard of a text, in letters of any case.
	List<String> of(String text);

	@Override
	void close();

}
