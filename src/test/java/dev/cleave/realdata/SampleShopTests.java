package dev.cleave.realdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleShopTests {

	private final List<RetailOrder> day = RetailFile.sampleDay().orders();

	@Test
	void isARealDay() {
		assertThat(RetailFigures.of(day).total()).isEqualTo(new RetailSales(127, 26_919, 5_896_079));
		assertThat(day).flatMap(RetailOrder::lines).hasSize(3_072);
		assertThat(RetailProduct.of(day)).hasSize(1_340);
	}

	@Test
	void offersExactlyWhatTheDayNeeds() throws IOException {
		var shop = RetailFile.inProject(SampleShopWriter.SHOP);

		assertThat(Files.readString(shop.resolve("products.ndjson"))).isEqualTo(SampleShopWriter.products(day));
		assertThat(Files.readString(shop.resolve("orders.ndjson"))).isEqualTo(SampleShopWriter.orders(day));
	}

}
