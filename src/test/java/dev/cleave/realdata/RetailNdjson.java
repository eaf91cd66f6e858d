package dev.cleave.realdata;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes products and orders as the lines that the imports take. A line comes without its line break.
public final class RetailNdjson {

	private RetailNdjson() {
	}

	/// Renders a product for `POST /imports/products` without an opening quantity.
	public static String product(RetailProduct product) {
		return product(product, null);
	}

	/// Renders a product for `POST /imports/products`.
	public static String product(RetailProduct product, @Nullable Long openingQuantity) {
		return "{\"sku\":" + text(product.sku()) + ",\"name\":" + text(product.name()) + ",\"price\":"
				+ money(product.unitPricePence()) + (openingQuantity == null ? "" : ",\"quantity\":" + openingQuantity)
				+ "}";
	}

	/// Renders an order for `POST /imports/orders`.
	public static String order(RetailOrder order) {
		return "{\"reference\":" + text(order.reference()) + ",\"placedAt\":" + text(order.placedAt().toString())
				+ (order.customer() == null ? "" : ",\"customer\":" + text(order.customer()))
				+ (order.country().isBlank() ? "" : ",\"country\":" + text(order.country()))
				+ order.lines().stream().map(RetailNdjson::line).collect(Collectors.joining(",", ",\"lines\":[", "]}"));
	}

	private static String line(RetailLine line) {
		return "{\"sku\":" + text(line.stockCode()) + ",\"quantity\":" + line.quantity() + ",\"unitPrice\":"
				+ money(line.unitPricePence()) + "}";
	}

	private static String money(long pence) {
		return "{\"amount\":" + pence + ",\"currency\":\"GBP\"}";
	}

	private static String text(String value) {
		var json = new StringBuilder("\"");
		for (var character : value.toCharArray()) {
			if (character == '"' || character == '\\') {
				json.append('\\').append(character);
			}
			else if (character < ' ' || Character.isSurrogate(character)) {
				json.append("\\u%04x".formatted((int) character));
			}
			else {
				json.append(character);
			}
		}
		return json.append('"').toString();
	}

}
