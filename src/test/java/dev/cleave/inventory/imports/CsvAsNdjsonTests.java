package dev.cleave.inventory.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.cleave.platform.web.ProblemException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CsvAsNdjsonTests {

	@Test
	void readsARecordAsAProduct() throws IOException {
		assertThat(lines("sku,name,price,currency,quantity\r\n1,\"Cup, \"\"blue\"\"\",250,GBP,7\r\n2,Pan,99,GBP,\r\n"))
			.containsExactly("",
					"{\"sku\":\"1\",\"name\":\"Cup, \\\"blue\\\"\",\"quantity\":7,\"price\":{\"amount\":250,\"currency\":\"GBP\"}}",
					"{\"sku\":\"2\",\"name\":\"Pan\",\"price\":{\"amount\":99,\"currency\":\"GBP\"}}");
	}

	@Test
	void keepsTheLineNumbersOfTheFile() throws IOException {
		assertThat(lines("\uFEFFsku,name,description,price,currency\n1,Cup,\"one\ntwo\",1,GBP\n\n2,Pan,,1,GBP"))
			.hasSize(5)
			.satisfies(lines -> assertThat(lines.get(1)).contains("one\\ntwo"))
			.satisfies(lines -> assertThat(lines.get(4)).contains("Pan"));
	}

	@Test
	void leavesWhatIsNoNumberToBeRefused() throws IOException {
		assertThat(lines("sku,name,price,currency\n1,Cup,2.50,GBP,huh").get(1)).contains("\"amount\":\"2.50\"",
				"\"column 5\":\"huh\"");
	}

	@Test
	void needsAHeader() {
		for (var header : List.of("", "1,Cup,250,GBP", "sku,name,price", "sku,name,price,currency,colour",
				"sku,sku,name,price,currency")) {
			assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> lines(header));
		}
	}

	/// A quote that is never closed takes everything behind it for one value.
	@Test
	void keepsNoMoreThanALineMayHave() throws IOException {
		var csv = "sku,name,price,currency\n1,\"" + "x".repeat(5_000_000);

		assertThat(lines(csv).get(1).length()).isBetween(1024 * 1024, 1024 * 1024 + 200);
	}

	@Test
	void keepsFewOfEndlessValuesAndLines() throws IOException {
		var csv = "sku,name,price,currency\n" + "a,".repeat(1_000_000) + "\n1,\"" + "\n".repeat(1_000_000);

		var lines = lines(csv);

		assertThat(lines.get(1).length()).isLessThan(3_000);
		assertThat(lines.size()).isEqualTo(1_000_002);
	}

	private static List<String> lines(String csv) throws IOException {
		InputStream ndjson = new CsvAsNdjson(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
		return new String(ndjson.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
	}

}
