package dev.cleave.auth.domain;

import java.time.Instant;

/// A signing key, as administrators see it.
///
/// @param usedFrom when it begins to sign
public record KeySheet(String kid, Instant createdAt, Instant usedFrom, State state) {

	/// Of the keys whose time has come one signs. The former are trusted until their last
	/// token has expired.
	public enum State {

		WAITING, SIGNING, FORMER

	}

}
