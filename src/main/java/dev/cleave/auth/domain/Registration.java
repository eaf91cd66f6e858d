package dev.cleave.auth.domain;

import java.util.Set;

/// What became of the wish to have an account.
public sealed interface Registration {

	/// It was taken, which tells nothing of whether there was such an account before.
	record Taken() implements Registration {

	}

	/// The password can't be taken from anybody.
	record Weak(Set<Weakness> weaknesses) implements Registration {

	}

}
