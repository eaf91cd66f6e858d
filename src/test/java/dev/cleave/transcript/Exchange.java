package dev.cleave.transcript;

import java.util.concurrent.Callable;

/// A question and what was answered to it.
///
/// @param asker who asked; two questions of the same asker may have the same answer
/// @param question its method, its target, the headers that matter and the body
/// @param moves whether it asks for a change
/// @param answer its status, headers and body
/// @param off whether the answer was to come back later
/// @param again asks the same once more
public record Exchange(Object asker, String question, boolean moves, String answer, boolean off,
		Callable<Exchange> again) {

	/// Whether the other one is the same question, to which the later answer counts.
	boolean isRepeatedBy(Exchange other) {
		return this.asker.equals(other.asker) && this.question.equals(other.question) && (!this.moves || this.off);
	}

}
