package dev.cleave.model;

/// What one actor does at one place of a sequence.
///
/// @param number its place when the sequence was composed, from 1; it keeps it when others are dropped
/// @param actor who does it, from 1
public record Step<A>(int number, int actor, A action) {

	@Override
	public String toString() {
		return "%3d. actor %d: %s".formatted(this.number, this.actor, this.action);
	}

}
