package dev.cleave.acceptance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.cleave.realdata.RetailOrder;
import dev.cleave.realdata.RetailReturn;
import dev.cleave.realdata.RetailReturns;

/// Brings a wholesaler's orders to their end: all are paid, shipped and delivered, every tenth in two parts; what came
/// back comes back, every fifth time spoilt; and what is due is given back.
final class RetailDesk {

	private final Shop shop;

	private final Map<String, List<RetailReturn>> returns;

	RetailDesk(Shop shop, RetailReturns returns) {
		this.shop = shop;
		this.returns = returns.all().stream().collect(Collectors.groupingBy((back) -> back.order().reference()));
	}

	void settle(List<RetailOrder> orders) {
		var known = new HashMap<String, Order>();
		for (var order : Pages.all(this.shop.administrator(), "/orders?limit=100")) {
			known.put(order.path("reference").asString(), Order.of(order));
		}
		new Crowd(orders.size(), 12).each((number) -> {
			var reference = orders.get(number).reference();
			return settle(known.get(reference), reference, number);
		});
	}

	private boolean settle(Order order, String reference, int number) {
		var desk = this.shop.desk();
		desk.pay(order, "payment-" + reference, order.total()).expect(200);
		if (number % 10 == 0 && order.lines().size() > 1) {
			desk.ships(order, Desk.line(1, order.lines().getFirst().path("quantity").asLong()));
		}
		desk.ships(order);
		desk.delivers(order);
		var back = this.returns.getOrDefault(reference, List.of());
		if (!back.isEmpty()) {
			desk.takesBack(order, lines(back, isSpoilt(number)));
			desk.refunds(order);
		}
		return true;
	}

	private static boolean isSpoilt(int number) {
		return number % 5 == 0;
	}

	@SuppressWarnings({ "unchecked", "rawtypes" })
	private static Map<String, Object>[] lines(List<RetailReturn> back, boolean spoilt) {
		return back.stream()
			.map((one) -> spoilt ? Desk.writtenOff(one.line(), one.units(), "spoilt")
					: Desk.line(one.line(), one.units()))
			.toArray(Map[]::new);
	}

	/// Units that came back and are on the shelf again, by SKU.
	Map<String, Long> restocked(List<RetailOrder> orders) {
		var units = new HashMap<String, Long>();
		for (var number = 0; number < orders.size(); number++) {
			if (!isSpoilt(number)) {
				this.returns.getOrDefault(orders.get(number).reference(), new ArrayList<>())
					.forEach((back) -> units.merge(back.order().lines().get(back.line() - 1).stockCode(), back.units(),
							Long::sum));
			}
		}
		return units;
	}

}
