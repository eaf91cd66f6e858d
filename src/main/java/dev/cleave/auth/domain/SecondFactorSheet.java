package dev.cleave.auth.domain;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// How it stands with somebody's second factor.
///
/// @param since when it began to count; null while there is none that counts
/// @param isRequired whether the person's role asks for one
public record SecondFactorSheet(@Nullable Instant since, int recoveryCodes, boolean isRequired) {

	public boolean isEnrolled() {
		return this.since != null;
	}

	/// Whether one has to be set up before anything else.
	public boolean isMissing() {
		return this.isRequired && !isEnrolled();
	}

}
