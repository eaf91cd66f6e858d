package dev.cleave.platform;

import java.util.UUID;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;

/// Makes ids that sort by the time they were made (UUID version 7, RFC 9562). The order is a help to indexes and to
/// the eye, never a promise: nothing may decide by it.
public final class Ids {

	private static final NoArgGenerator GENERATOR = Generators.timeBasedEpochRandomGenerator();

	private Ids() {
	}

	public static UUID next() {
		return GENERATOR.generate();
	}

}
