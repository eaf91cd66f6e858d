package dev.cleave.auth.domain;

/// What became of the wish to erase an account.
public sealed interface Erasure {

	record Erased() implements Erasure {

	}

	/// There is no such account, or none any more.
	record Unknown() implements Erasure {

	}

	/// Nobody could let anybody in any more.
	record LastAdministrator() implements Erasure {

	}

}
