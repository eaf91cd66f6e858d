package dev.cleave.acceptance;

import java.util.List;
import java.util.Map;

import static dev.cleave.acceptance.Json.map;
import static dev.cleave.acceptance.Json.money;

/// An order of the past, as an import takes it.
record ImportedOrder(String reference, String placedAt, String customer, String country,
		List<Map<String, Object>> lines) {

	static ImportedOrder of(String placedAt, String customer, String country, String sku, long quantity, long price) {
		return new ImportedOrder(Shop.unique("past"), placedAt, customer, country,
				List.of(map("sku", sku, "quantity", quantity, "unitPrice", money(price))));
	}

	String line() {
		return Json.write(map("reference", this.reference, "placedAt", this.placedAt, "customer", this.customer,
				"country", this.country, "lines", this.lines));
	}

}
