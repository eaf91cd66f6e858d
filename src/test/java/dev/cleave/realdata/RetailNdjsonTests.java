package dev.cleave.realdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RetailNdjsonTests {

	private static final Instant TIME = Instant.parse("2010-12-01T08:26:00Z");

	@Test
	void writesAProduct() {
		var product = new RetailProduct("84509c", "SAY \"HI\"", 210, 17);

		assertThat(RetailNdjson.product(product)).isEqualTo("""
				{"sku":"84509c","name":"SAY \\"HI\\"","price":{"amount":210,"currency":"GBP"}}""");
		assertThat(RetailNdjson.product(product, product.ampleQuantity())).isEqualTo("""
				{"sku":"84509c","name":"SAY \\"HI\\"","price":{"amount":210,"currency":"GBP"},"quantity":60}""");
	}

	@Test
	void writesAnOrder() {
		var line = new RetailLine("536365", "84509c", "FRAME", 6, TIME, 255, "17850", "France");

		assertThat(RetailNdjson.order(new RetailOrder("536365", TIME, "17850", "France", List.of(line, line))))
			.isEqualTo("""
					{"reference":"536365","placedAt":"2010-12-01T08:26:00Z","customer":"17850","country":"France",\
					"lines":[{"sku":"84509c","quantity":6,"unitPrice":{"amount":255,"currency":"GBP"}},\
					{"sku":"84509c","quantity":6,"unitPrice":{"amount":255,"currency":"GBP"}}]}""");
	}

	@Test
	void leavesOutACustomerThatIsUnknown() {
		var line = new RetailLine("536365", "84509c", "FRAME", 6, TIME, 255, null, "France");

		assertThat(RetailNdjson.order(new RetailOrder("536365", TIME, null, "France", List.of(line))))
			.doesNotContain("customer");
	}

	@Test
	void writesAnyTextSoThatItIsReadBack() {
		var name = "a\"b\\c\n\t\u0000\u001f £ é 🎁 </script>";

		var json = RetailNdjson.product(new RetailProduct("1", name, 1, 1));

		assertThat(json).doesNotContain("\n");
		assertThat(JsonMapper.shared().readTree(json).get("name").asString()).isEqualTo(name);
	}

}
