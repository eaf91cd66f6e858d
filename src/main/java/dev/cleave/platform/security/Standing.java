package dev.cleave.platform.security;

import java.time.Instant;

/// What a session has shown besides who signed in.
///
/// @param provenAt when the person last proved to be who they are; long ago where that is not known
/// @param isConfined whether the person has to set up a second factor before anything else
record Standing(Instant provenAt, boolean isConfined) {

	/// Of those that have no session.
	static final Standing NONE = new Standing(Instant.EPOCH, false);

}
