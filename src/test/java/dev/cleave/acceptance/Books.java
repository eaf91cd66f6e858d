package dev.cleave.acceptance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

import dev.cleave.acceptance.Clerk.Stock;
import dev.cleave.acceptance.OrderAudit.Circumstances;

/// The orders of a sequence and its stock, side by side.
final class Books {

	private static final Set<String> HOLDING = Set.of("CONFIRMED", "PAID", "PARTLY_SHIPPED");

	private final Shop shop;

	private final StateTable table;

	private final Storeroom storeroom;

	private final List<Tale> tales = new ArrayList<>();

	Books(Shop shop, StateTable table, Storeroom storeroom) {
		this.shop = shop;
		this.table = table;
		this.storeroom = storeroom;
	}

	void add(Tale tale) {
		this.tales.add(tale);
	}

	/// @param moves counts those that orders made
	List<String> faults(Map<String, LongAdder> moves) {
		var faults = new ArrayList<String>();
		var audits = this.tales.stream().map(this::audit).toList();
		audits.forEach((audit) -> {
			faults.addAll(audit.faults());
			audit.moves().forEach((move) -> moves.computeIfAbsent(move, (_) -> new LongAdder()).increment());
		});
		// Whoever can't follow an order can't say what it holds.
		return faults.isEmpty() ? faultsOfStock(audits) : faults;
	}

	private OrderAudit audit(Tale tale) {
		var path = "/orders/" + tale.placed().id();
		var timeline = List
			.copyOf(this.shop.administrator().get(path + "/timeline").send().expect(200).at("/items").values());
		var shown = Order.in(this.shop.administrator().get(path).send().expect(200));
		return new OrderAudit(tale, this.table, circumstances(tale)).follow(timeline, shown);
	}

	private Circumstances circumstances(Tale tale) {
		var skus = tale.placed()
			.lines()
			.stream()
			.map((line) -> line.path("sku").asString())
			.collect(Collectors.toSet());
		return new Circumstances(this.storeroom.mayRunShort(skus), this.storeroom.mayBeRevoked(skus),
				(deed) -> this.tales.stream().anyMatch((other) -> other != tale && other.hasReferenceOf(deed)));
	}

	private List<String> faultsOfStock(List<OrderAudit> audits) {
		var reserved = new HashMap<String, Long>();
		var gone = new HashMap<String, Long>();
		for (var audit : audits) {
			for (var line : audit.last().lines()) {
				gone.merge(line.sku(), line.shipped() - line.returned(), Long::sum);
				if (HOLDING.contains(audit.last().status())) {
					reserved.merge(line.sku(), line.toShip(), Long::sum);
				}
			}
			audit.spoilt().forEach((sku, units) -> gone.merge(sku, units, Long::sum));
		}
		var faults = new ArrayList<String>();
		for (var product = 0; product < this.storeroom.products(); product++) {
			faults.addAll(faultsOfStock(product, reserved, gone));
		}
		return faults;
	}

	private List<String> faultsOfStock(int product, Map<String, Long> reserved, Map<String, Long> gone) {
		var sku = this.storeroom.sku(product);
		var stock = this.shop.clerk().stock(sku);
		var held = reserved.getOrDefault(sku, 0L);
		var onHand = this.storeroom.booked(product) - gone.getOrDefault(sku, 0L);
		// What has left although it was taken away by force is found again: more is there
		// than was booked.
		var foundAgain = this.storeroom.wasForced(product) ? Math.max(0, stock.onHand() - onHand) : 0;
		var expected = new Stock(onHand + foundAgain, held, onHand + foundAgain - held);
		return stock.equals(expected) ? List.of()
				: List.of("product " + product + ", " + sku + ": " + stock + " instead of " + expected);
	}

}
