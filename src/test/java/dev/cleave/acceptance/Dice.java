package dev.cleave.acceptance;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Random choices that can be made again: the system property `cleave.seed` brings back those of an earlier run, as its
/// log tells.
record Dice(long seed) {

	private static final System.Logger log = System.getLogger(Dice.class.getName());

	static Dice cast() {
		var dice = new Dice(Long.getLong("cleave.seed", System.nanoTime()));
		log.log(System.Logger.Level.INFO, "Repeat these random choices with -Dcleave.seed={0}",
				Long.toString(dice.seed));
		return dice;
	}

	/// The choices of one of many, whenever his turn comes.
	RandomGenerator of(int person) {
		return new SplittableRandom(this.seed * 31 + person);
	}

}
