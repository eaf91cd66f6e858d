package dev.cleave.model;

import java.util.Optional;

/// Where sequences are tried.
public interface Stage<A> {

	/// Tries a sequence on ground that no other has touched, and says what went wrong. A
	/// step that
	/// can't be done, because one before it was dropped, is passed over.
	Optional<String> failure(Sequence<A> sequence);

}
