package dev.cleave.model;

/// A sequence that fails, as short as it could be made.
///
/// @param composed how many steps it once had
public record Finding<A>(Sequence<A> sequence, String failure, int composed) {

	int steps() {
		return this.sequence.steps().size();
	}

	@Override
	public String toString() {
		return """
				%d of the %d steps that seed %d composes are enough:
				%s
				and this is what is wrong:
				%s""".formatted(steps(), this.composed, this.sequence.seed(), this.sequence, this.failure);
	}

}
