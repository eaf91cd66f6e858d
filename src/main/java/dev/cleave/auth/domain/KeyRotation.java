package dev.cleave.auth.domain;

/// What came of the wish for another signing key.
public sealed interface KeyRotation {

	record Published(KeySheet key) implements KeyRotation {
	}

	/// Another key has been told already and has not begun to sign.
	record Waiting(KeySheet key) implements KeyRotation {
	}

}
