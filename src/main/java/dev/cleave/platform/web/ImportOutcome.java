package dev.cleave.platform.web;

/// What became of one line of an import.
public sealed interface ImportOutcome {

	/// It was new, or changed what was there.
	record Accepted() implements ImportOutcome {
	}

	/// All it says was already so.
	record Unchanged() implements ImportOutcome {
	}

	/// It does not make sense; the other lines are not concerned.
	///
	/// @param code what is wrong, in a form that programs may rely on
	/// @param detail what is wrong, in a sentence for people
	record Refused(String code, String detail) implements ImportOutcome {
	}

}
