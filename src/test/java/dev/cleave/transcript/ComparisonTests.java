package dev.cleave.transcript;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// The comparison finds whatever differs: each offence is planted in answers that are otherwise the same.
class ComparisonTests {

	private static final String SAID = """
			Visitor 1: GET /api/v1/orders
			200
			  content-type: application/json
			  etag: "1"
			  {"items":[]}

			Visitor 2: GET /api/v1/orders
			401
			""";

	private final Comparison comparison = new Comparison(new Races(Map.of()));

	@Test
	void findsNothingInTheSameAnswers() {
		assertThat(this.comparison.differences(tests(SAID), tests(SAID))).isEmpty();
	}

	@Test
	void findsAChangedByte() {
		assertThat(found(SAID.replace("[]", "[ ]"))).singleElement()
			.asString()
			.contains("OrdersTests.lists:", "from line 5 on", "-   {\"items\":[]}", "+   {\"items\":[ ]}");
	}

	@Test
	void findsAnotherStatusAMissingHeaderAndAMissingExchange() {
		assertThat(found(SAID.replace("401", "403"))).hasSize(1);
		assertThat(found(SAID.replace("  etag: \"1\"\n", ""))).hasSize(1);
		assertThat(found(SAID.substring(0, SAID.indexOf("Visitor 2")))).hasSize(1);
		assertThat(found(SAID + "\nVisitor 1: GET /api/v1/orders\n")).hasSize(1);
	}

	@Test
	void findsATestThatOnlyOneOfThemWasGiven() {
		assertThat(this.comparison.differences(tests(SAID), Map.of())).hasSize(1);
		assertThat(this.comparison.differences(Map.of(), tests(SAID))).hasSize(1);
	}

	@Test
	void forgivesRacesAndNothingElse() {
		var races = Races.parse(List.of("# Why", "OrdersTests.lists  Two buyers hurry."));

		var answers = new Comparison(races).differences(
				Map.of("OrdersTests.lists", SAID, "OrdersTests.listsAll", SAID, "OrdersTests.lists 2", SAID),
				Map.of("OrdersTests.lists", "", "OrdersTests.listsAll", "", "OrdersTests.lists 2", ""));

		assertThat(answers).singleElement().asString().startsWith("OrdersTests.listsAll:");
	}

	@Test
	void wantsAReasonForEveryRaceAndATest() {
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> Races.parse(List.of("OrdersTests.lists")));

		var stale = new Comparison(Races.parse(List.of("OrdersTests.gone  It hurried.")));
		assertThat(stale.differences(tests(SAID), tests(SAID))).singleElement()
			.asString()
			.startsWith("OrdersTests.gone:");
	}

	@Test
	void readsWhatWasWritten(@TempDir Path folder) {
		var mono = new Transcripts(folder.resolve("mono"));
		var split = new Transcripts(folder.resolve("split"));
		mono.write("OrdersTests.lists", SAID);
		mono.write("StockTests.counts", SAID);
		split.write("OrdersTests.lists", SAID);
		split.write("StockTests.counts", SAID + "more");

		assertThat(this.comparison.differences(mono, split)).singleElement()
			.asString()
			.startsWith("StockTests.counts:");
	}

	private List<String> found(String other) {
		return this.comparison.differences(tests(SAID), tests(other));
	}

	private static Map<String, String> tests(String said) {
		return Map.of("OrdersTests.lists", said);
	}

}
