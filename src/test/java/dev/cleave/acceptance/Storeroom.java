package dev.cleave.acceptance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

import dev.cleave.acceptance.Deed.Place;

/// Keeps the products of a sequence: books what comes and goes beside the orders, sets prices, and remembers it.
final class Storeroom {

	private final Shop shop;

	private final Ground ground;

	private final Map<Integer, LongAdder> booked = new ConcurrentHashMap<>();

	private final Set<Integer> forced = ConcurrentHashMap.newKeySet();

	private final Set<Integer> withdrawn = ConcurrentHashMap.newKeySet();

	private final Map<Integer, UnderWay> underWay = new ConcurrentHashMap<>();

	private final Map<Integer, Set<Long>> prices = new ConcurrentHashMap<>();

	Storeroom(Shop shop, Ground ground) {
		this.shop = shop;
		this.ground = ground;
	}

	/// @return what was answered and should not have been
	List<String> take(Deed deed) {
		return switch (deed) {
			case Deed.Receive(var product, var quantity) -> {
				this.shop.clerk().receive(sku(product), quantity).expect(200, 201);
				book(product, quantity);
				yield List.of();
			}
			case Deed.Adjust adjust -> adjust(adjust);
			case Deed.Send send -> send(send);
			case Deed.Arrive arrive -> arrive(arrive);
			case Deed.Reprice(var product, var price) -> {
				prices(product).add(price);
				change(product, price, "ACTIVE");
				yield List.of();
			}
			case Deed.Withdraw(var product) -> {
				this.withdrawn.add(product);
				change(product, Ground.PRICE, "WITHDRAWN");
				yield List.of();
			}
			default -> throw new IllegalArgumentException(deed + " is not done in a storeroom");
		};
	}

	private List<String> adjust(Deed.Adjust adjust) {
		if (adjust.force()) {
			this.forced.add(adjust.product());
		}
		var answer = this.shop.clerk().adjust(sku(adjust.product()), adjust.quantity(), adjust.force());
		if (answer.status() < 300) {
			book(adjust.product(), adjust.quantity());
			return List.of();
		}
		return (answer.status() == 409 && adjust.quantity() < 0 && adjust.product() == Ground.SCARCE) ? List.of()
				: List.of(adjust + " gave " + answer);
	}

	private List<String> send(Deed.Send send) {
		var answer = post(sku(send.product()) + "/transfers",
				Json.map("from", "main", "to", "annex", "quantity", send.quantity()));
		if (answer.status() == 201) {
			book(send.product(), -send.quantity());
			this.underWay.put(send.transfer(), new UnderWay(answer.text("/id"), send));
			return List.of();
		}
		return (answer.status() == 409 && send.product() == Ground.SCARCE) ? List.of()
				: List.of(send + " gave " + answer);
	}

	// What another actor has not sent yet can't arrive.
	private List<String> arrive(Deed.Arrive arrive) {
		var sent = this.underWay.remove(arrive.transfer());
		if (sent != null) {
			var quantity = sent.send.quantity() - arrive.lost();
			post("transfers/" + sent.id + "/receipt", Json.map("quantity", quantity, "reason", "counted")).expect(200);
			book(sent.send.product(), quantity);
		}
		return List.of();
	}

	private Answer post(String path, Map<String, Object> body) {
		return this.shop.administrator().post("/stock/" + path).json(body).send();
	}

	// Whoever comes second does not insist.
	private void change(int product, long price, String status) {
		var before = this.shop.clerk().product(sku(product)).expect(200);
		this.shop.clerk()
			.change(sku(product), before.header("ETag"),
					Json.map("name", "Tried", "price", Json.money(price), "status", status))
			.expect(200, 412);
	}

	private void book(int product, long quantity) {
		this.booked.computeIfAbsent(product, (_) -> new LongAdder()).add(quantity);
	}

	private Set<Long> prices(int product) {
		return this.prices.computeIfAbsent(product, (_) -> ConcurrentHashMap.newKeySet());
	}

	String sku(int product) {
		return this.ground.skus().get(product);
	}

	int products() {
		return this.ground.skus().size();
	}

	/// What was there at first, and came and went beside the orders.
	long booked(int product) {
		var sum = this.booked.get(product);
		return Ground.OPENING.get(product) + ((sum != null) ? sum.sum() : 0);
	}

	/// Whether somebody asked for what was reserved.
	boolean wasForced(int product) {
		return this.forced.contains(product);
	}

	/// Whether an order of these products may be turned away.
	boolean mayRunShort(Set<String> skus) {
		return skus.contains(sku(Ground.SCARCE));
	}

	boolean mayBeRevoked(Set<String> skus) {
		return this.forced.stream().anyMatch((product) -> product == Ground.SCARCE && skus.contains(sku(product)));
	}

	/// An order is refused only when a product of it is no longer sold.
	List<String> faultsOfRefusal(Place place, Answer answer) {
		var gone = place.items().stream().anyMatch((item) -> this.withdrawn.contains(item.product()));
		return (answer.status() == 422 && gone) ? List.of() : List.of(place + " gave " + answer);
	}

	/// What is sold has a price that it had at some time.
	List<String> faultsOfPlacement(Place place, Order order) {
		var faults = new ArrayList<String>();
		for (var line = 0; line < place.items().size(); line++) {
			var item = place.items().get(line);
			var known = new HashSet<>(prices(item.product()));
			known.add(Ground.PRICE);
			var sold = ExpectedLine.of(order.lines().get(line));
			if (!sold.sku().equals(sku(item.product())) || sold.quantity() != item.quantity()
					|| !known.contains(sold.unitPrice())) {
				faults.add(place + " made " + order.json() + ", known prices are " + known);
			}
		}
		return faults;
	}

	/// @param id of the transfer
	private record UnderWay(String id, Deed.Send send) {

	}

}
