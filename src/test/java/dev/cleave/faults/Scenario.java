package dev.cleave.faults;

/// Something that breaks while people trade.
///
/// @param name says what, such as `kill-node`
/// @param faults its numbers in `docs/reliability.md`
/// @param noticed whether somebody has to notice it, or else it never happened
/// @param loses whether something that was told must be lost by it, which the witness must see
/// @param mixes whether it can happen together with others
/// @param twins whether it needs two nodes that can do the same
/// @param accident breaks it and returns when that is over
record Scenario(String name, String faults, boolean noticed, boolean loses, boolean mixes, boolean twins,
		Accident accident) {

	/// What everybody may notice, also together with others.
	static Scenario of(String name, String faults, Accident accident) {
		return new Scenario(name, faults, true, false, true, false, accident);
	}

	/// The same for what nobody has to notice.
	Scenario unnoticed() {
		return new Scenario(this.name, this.faults, false, this.loses, this.mixes, this.twins, this.accident);
	}

	/// The same for what needs the shop for itself.
	Scenario alone() {
		return new Scenario(this.name, this.faults, this.noticed, this.loses, false, this.twins, this.accident);
	}

	/// The same for what no shop survives without loss.
	Scenario losing() {
		return new Scenario(this.name, this.faults, this.noticed, true, this.mixes, this.twins, this.accident);
	}

	/// The same for what needs two nodes that can do the same.
	Scenario ofTwins() {
		return new Scenario(this.name, this.faults, this.noticed, this.loses, this.mixes, true, this.accident);
	}

	boolean happensOn(Kind kind) {
		return !this.twins || kind != Kind.SPLIT;
	}

	@Override
	public String toString() {
		return this.name;
	}

	interface Accident {

		void happen(Stand stand) throws Exception;

	}

}
