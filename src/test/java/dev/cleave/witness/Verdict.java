package dev.cleave.witness;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What a run has shown.
///
/// @param broken invariants, each with some of what shows it
/// @param weaknesses why the run shows nothing even though nothing was found
/// @param seen by clients, in a line
public record Verdict(Map<String, String> broken, List<String> weaknesses, String seen) {

	public boolean isValid() {
		return this.broken.isEmpty() && this.weaknesses.isEmpty();
	}

	/// 0 for nothing but a valid run.
	int status() {
		return isValid() ? 0 : this.broken.isEmpty() ? 2 : 1;
	}

	@Override
	public String toString() {
		if (!this.broken.isEmpty()) {
			return "INVALID (%s): %s%n%s".formatted(String.join(", ", this.broken.keySet()), this.seen,
					String.join("\n", this.broken.values()));
		}
		if (!this.weaknesses.isEmpty()) {
			return "TOO WEAK: %s%n%s".formatted(this.seen,
					this.weaknesses.stream().map((why) -> "  " + why).collect(Collectors.joining("\n")));
		}
		return "VALID: " + this.seen;
	}

}
