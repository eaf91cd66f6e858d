package dev.cleave.reporting.projections.exports;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CsvTests {

	@Test
	void quotesOnlyWhatHasToBe() {
		assertThat(Csv.line("plain", "with space", "a,b", "a \"b\"", "a\nb", null, "", LocalDate.of(2011, 1, 31)))
			.isEqualTo("plain,with space,\"a,b\",\"a \"\"b\"\"\",\"a\nb\",,,2011-01-31\r\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "=HYPERLINK(\"http://x\",\"y\")" })
	void takesTheSpellOffWhatASpreadsheetWouldRun(String formula) {
		assertThat(Csv.line(formula)).matches("(?s)\"?'.*");
	}

	@Test
	void leavesNumbersAsTheyAre() {
		assertThat(Csv.line(-5, -5L, "1-1", "a=b")).isEqualTo("-5,-5,1-1,a=b\r\n");
	}

}
