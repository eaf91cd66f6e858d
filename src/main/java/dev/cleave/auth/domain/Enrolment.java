package dev.cleave.auth.domain;

/// What became of the wish for a second factor.
public sealed interface Enrolment {

	/// A code that the app makes of this secret confirms it.
	///
	/// @param secret in Base32
	/// @param uri the same for apps, as a picture can carry it
	record Begun(String secret, String uri) implements Enrolment {

		/// Keeps the secret out of logs.
		@Override
		public String toString() {
			return "Begun[hidden]";
		}

	}

	/// There is one that counts. It has to be removed first.
	record AlreadyEnrolled() implements Enrolment {

	}

}
