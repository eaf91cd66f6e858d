package dev.cleave.orders.domain;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import dev.cleave.orders.domain.Basket.Item;
import dev.cleave.orders.domain.Pricing.Faulty;
import dev.cleave.orders.domain.Pricing.Priced;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class PricingTests {

	private final Pricing pricing = new Pricing(
			Map.of("rose", new ProductCopy("rose", "Rose", new Price(250, "GBP"), true, 1), "lily",
					new ProductCopy("lily", "Lily", new Price(300, "EUR"), true, 1), "gone",
					new ProductCopy("gone", "Gone", new Price(100, "GBP"), false, 2)));

	@Test
	void takesThePriceOfTheCatalogue() {
		var order = priced(basket(false, new Item("rose", 3, null), new Item("rose", 1, null)));

		assertThat(order.total()).isEqualTo(1000);
		assertThat(order.currency()).isEqualTo("GBP");
		assertThat(order.lines()).containsExactly(new OrderLine(1, "rose", "Rose", 3, 250),
				new OrderLine(2, "rose", "Rose", 1, 250));
	}

	@Test
	void prefersThePriceThatWasAgreed() {
		assertThat(priced(basket(false, new Item("rose", 2, new Price(1, "GBP")))).total()).isEqualTo(2);
	}

	@Test
	void knowsNoProductThatItWasNotToldOf() {
		assertThat(faults(basket(false, new Item("rose", 1, null), new Item("Rose", 1, null))))
			.extracting(LineFault::index, LineFault::field, LineFault::code)
			.containsExactly(tuple(1, "sku", "product-unknown"));
	}

	@Test
	void sellsNothingThatWasWithdrawnButRemembersThatItDid() {
		assertThat(faults(basket(false, new Item("gone", 1, null)))).extracting(LineFault::code)
			.containsExactly("product-withdrawn");
		assertThat(priced(basket(true, new Item("gone", 1, null))).total()).isEqualTo(100);
	}

	@Test
	void keepsToOneCurrency() {
		assertThat(faults(basket(false, new Item("rose", 1, null), new Item("lily", 1, null))))
			.extracting(LineFault::index, LineFault::field, LineFault::code)
			.containsExactly(tuple(1, "sku", "currency-mixed"));
	}

	@Test
	void countsNoFurtherThanItCan() {
		var dear = new Price(1_000_000_000_000_000L, "GBP");
		var pricey = new Price(Long.MAX_VALUE, "GBP");

		assertThat(priced(basket(false, new Item("rose", 1, dear))).total()).isEqualTo(dear.amount());
		assertThat(faults(basket(false, new Item("rose", 2, dear), new Item("rose", 1, dear),
				new Item("rose", 1, new Price(1, "GBP")), new Item("rose", 1, pricey),
				new Item("rose", 1_000_000_000, pricey))))
			.extracting(LineFault::index, LineFault::code)
			.containsExactly(tuple(0, "total-too-large"), tuple(2, "total-too-large"), tuple(3, "total-too-large"),
					tuple(4, "total-too-large"));
	}

	private PlacedOrder priced(Basket basket) {
		return ((Priced) this.pricing.price(basket)).order();
	}

	private List<LineFault> faults(Basket basket) {
		return ((Faulty) this.pricing.price(basket)).faults();
	}

	private static Basket basket(boolean historic, Item... items) {
		return new Basket("ada", null, null, null, PaymentTerms.PREPAID, null, Instant.EPOCH, historic,
				Arrays.asList(items));
	}

}
