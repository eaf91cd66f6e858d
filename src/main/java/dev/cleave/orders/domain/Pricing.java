package dev.cleave.orders.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.cleave.orders.OrderId;

/// Makes an order of a basket, at the prices that were agreed or else the catalogue's.
final class Pricing {

	/// In minor units. Beyond any order, and so far below what a `bigint` holds that sums
	/// of orders, or money that comes again and again, do not overflow.
	private static final long LARGEST_TOTAL = 1_000_000_000_000_000L;

	private final Map<String, ProductCopy> products;

	Pricing(Map<String, ProductCopy> products) {
		this.products = products;
	}

	Outcome price(Basket basket) {
		var faults = new ArrayList<LineFault>();
		var lines = new ArrayList<OrderLine>();
		var currency = "";
		var total = 0L;
		for (var index = 0; index < basket.items().size(); index++) {
			var item = basket.items().get(index);
			var product = this.products.get(item.sku());
			if (product == null || !(product.active() || basket.historic())) {
				faults.add(unavailable(index, item.sku(), product != null));
				continue;
			}
			var price = (item.unitPrice() != null) ? item.unitPrice() : product.price();
			currency = currency.isEmpty() ? price.currency() : currency;
			if (!price.currency().equals(currency)) {
				faults.add(new LineFault(index, (item.unitPrice() != null) ? "unitPrice" : "sku", "currency-mixed",
						"This line is in %s, the order in %s.".formatted(price.currency(), currency)));
				continue;
			}
			var line = new OrderLine(index + 1, item.sku(), product.name(), item.quantity(), price.amount());
			if (fits(total, line)) {
				total += line.total();
				lines.add(line);
			}
			else {
				faults.add(new LineFault(index, "quantity", "total-too-large", "Nobody can pay that much."));
			}
		}
		return faults.isEmpty() ? new Priced(order(basket, lines, total, currency)) : new Faulty(faults);
	}

	private static boolean fits(long total, OrderLine line) {
		return line.unitPrice() <= (LARGEST_TOTAL - total) / line.quantity();
	}

	private static LineFault unavailable(int index, String sku, boolean known) {
		return known ? new LineFault(index, "sku", "product-withdrawn", "%s is no longer sold.".formatted(sku))
				: new LineFault(index, "sku", "product-unknown", "There is no product %s.".formatted(sku));
	}

	private static PlacedOrder order(Basket basket, List<OrderLine> lines, long total, String currency) {
		return new PlacedOrder(OrderId.next(), basket.reference(), basket.customer(), basket.owner(),
				OrderStatus.PENDING, basket.terms(), null, lines, total, currency, 0, basket.country(), basket.shipTo(),
				basket.placedAt(), 1);
	}

	sealed interface Outcome {

	}

	record Priced(PlacedOrder order) implements Outcome {

	}

	record Faulty(List<LineFault> faults) implements Outcome {

	}

}
