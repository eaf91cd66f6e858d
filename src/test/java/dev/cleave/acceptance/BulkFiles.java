package dev.cleave.acceptance;

import java.util.List;

import dev.cleave.platform.web.GeneratedLines;

import static dev.cleave.acceptance.Json.map;
import static dev.cleave.acceptance.Json.money;

/// Files that are too long to be kept anywhere.
final class BulkFiles {

	private BulkFiles() {
	}

	/// Products `bulk-0` and so on, a thousand of each.
	static GeneratedLines products(int count) {
		return new GeneratedLines(count, (number) -> Json.write(
				map("sku", "bulk-" + number, "name", "One of many " + number, "price", money(100), "quantity", 1_000))
				+ "\n");
	}

	/// Orders of two of these products each.
	static GeneratedLines orders(int count, int products) {
		return new GeneratedLines(count,
				(number) -> new ImportedOrder("bulk-" + number, "2011-03-04T05:06:07Z", "customer-" + number % 1_000,
						"EIRE",
						List.of(map("sku", "bulk-" + number % products, "quantity", 1, "unitPrice", money(100)),
								map("sku", "bulk-" + (number + 1) % products, "quantity", 1, "unitPrice", money(100))))
					.line() + "\n");
	}

}
