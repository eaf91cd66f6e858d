package dev.cleave.transcript;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MasksTests {

	@Test
	void hideWhatTheyNameAndNothingElse() {
		var masks = Masks.parse(List.of("# Why", "", "time  at (\\d+)", "node  ^served by .*$"));

		assertThat(masks.hide("at 12 and 13\nserved by mono-1\nwas served by 1"))
			.isEqualTo("at <time> and 13\n<node>\nwas served by 1");
	}

	@Test
	void leaveNoTraceOfWhatMayBeThereOrNot() {
		assertThat(Masks.parse(List.of("-  (,c)")).hide("a,b,c")).isEqualTo("a,b");
	}

	@Test
	void numberWhatShouldBeTheSameAgain() {
		var masks = Masks.parse(List.of("id#  [0-9a-f]{4}"));

		assertThat(masks.hide("beef dead beef")).isEqualTo("<id 1> <id 2> <id 1>");
	}

	@Test
	void ofTopologiesLeaveFiguresAndWordsAlone() {
		var answer = """
				201
				  content-type: application/json
				  {"status":"CONFIRMED","total":{"amount":1250,"currency":"GBP"},"sku":"sku-70e81c369d543aaa","version":2}""";

		assertThat(Masks.ofTopologies().hide(answer)).isEqualTo(answer);
	}

	@Test
	void ofTopologiesHideTimesIdsTracesAndNodes() {
		assertThat(Masks.ofTopologies().hide("""
				200
				  date: Sat, 28 Nov 2026 05:04:52 GMT
				  x-served-by: orders-2
				{"id":"019abc12-0000-7000-8000-000000000001","at":"2026-11-28T05:04:52.12Z"}""")).isEqualTo("""
				200
				  date: <time>
				  x-served-by: <node>
				{"id":"<id 1>","at":"<time>"}""");
	}

	@Test
	void ofTopologiesHideWhichModulesAProcessDescribes() {
		assertThat(Masks.ofTopologies().hide("""
				200
				  openapi: 3.1.0
				info:
				  title: Cleave
				paths:
				  /api/v1/products:
				    get: {}

				Visitor 2: GET /docs""")).isEqualTo("""
				200
				  <process>

				Visitor 2: GET /docs""");
	}

}
