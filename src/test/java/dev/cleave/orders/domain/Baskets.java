package dev.cleave.orders.domain;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import dev.cleave.orders.domain.Basket.Item;

/// What tests order.
final class Baskets {

	private Baskets() {
	}

	static Basket historic(String reference, int lines) {
		return new Basket("importer", "17850", reference, "France", PaymentTerms.ACCOUNT, null,
				Instant.parse("2010-12-01T08:26:00Z"), true,
				IntStream.range(0, lines).mapToObj(line -> new Item("rose", 1, new Price(99, "GBP"))).toList());
	}

	static Basket basket(String reference, int lines) {
		return basket(reference, items(lines).toArray(Item[]::new));
	}

	static Basket basket(String reference, Item... items) {
		return new Basket("ada", "ada", reference, null, PaymentTerms.PREPAID, null,
				Instant.parse("2026-01-31T12:00:00Z"), false, List.of(items));
	}

	static List<Item> items(int lines) {
		return IntStream.range(0, lines).mapToObj(line -> new Item("rose", 1, null)).toList();
	}

}
