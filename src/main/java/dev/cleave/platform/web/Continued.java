package dev.cleave.platform.web;

import org.jspecify.annotations.Nullable;

/// The body of an answer that is one page of a list; a `Link` header to the next page is added to it.
public interface Continued {

	/// The cursor of the next page, or null on the last one.
	@Nullable String next();

}
