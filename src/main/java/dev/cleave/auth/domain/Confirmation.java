package dev.cleave.auth.domain;

import java.util.List;

/// What became of the first code of a second factor.
public sealed interface Confirmation {

	/// From now on it counts.
	///
	/// @param recoveryCodes are known here and now only
	record Confirmed(List<String> recoveryCodes) implements Confirmation {

		/// Keeps the codes out of logs.
		@Override
		public String toString() {
			return "Confirmed[hidden]";
		}

	}

	record WrongCode() implements Confirmation {

	}

	/// There is none to be confirmed.
	record NothingBegun() implements Confirmation {

	}

}
