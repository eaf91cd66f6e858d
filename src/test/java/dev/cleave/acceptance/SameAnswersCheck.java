package dev.cleave.acceptance;

import java.util.List;

import dev.cleave.transcript.Comparison;
import dev.cleave.transcript.Races;
import dev.cleave.transcript.Transcripts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import static org.assertj.core.api.Assertions.assertThat;

/// What the acceptance suite was answered in `mono` it was answered in all other topologies, byte for byte. It runs after
/// the suite has run in all of them.
class SameAnswersCheck {

	static final List<String> OTHERS = List.of("mono-x3", "split", "split-x2");

	/// There are more by now, and never fewer.
	private static final int TESTS = 200;

	@ParameterizedTest
	@FieldSource("OTHERS")
	void answersAsMonoDoes(String topology) {
		var mono = Transcripts.of("mono");

		var differences = new Comparison(Races.known()).differences(mono, Transcripts.of(topology));

		assertThat(mono.tests()).hasSizeGreaterThan(TESTS);
		assertThat(String.join("\n\n", differences)).as("- mono, + %s", topology).isEmpty();
	}

}
