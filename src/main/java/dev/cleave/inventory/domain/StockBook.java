package dev.cleave.inventory.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/// The balances of the shelves that one transaction has locked, and the movements it makes. Nothing of it counts until
/// the [Ledger] has written it.
final class StockBook {

	private final Map<Shelf, Balance> before;

	private final Map<Shelf, Balance> now;

	private final Map<String, List<Shelf>> shelves;

	private final Instant time;

	private final List<Movement> movements = new ArrayList<>();

	/// @param time when the movements happen, by the database's clock
	StockBook(Map<Shelf, Balance> balances, Instant time) {
		this.before = Map.copyOf(balances);
		this.now = new HashMap<>(balances);
		this.shelves = balances.keySet().stream().collect(Collectors.groupingBy(Shelf::sku));
		this.time = time;
	}

	/// How many units of a product can be had, wherever they are.
	long available(String sku) {
		return shelves(sku).stream().mapToLong(shelf -> balance(shelf).available()).sum();
	}

	/// What can be had of these products, by shelf.
	List<Units> supply(Collection<String> skus) {
		return skus.stream()
			.flatMap(sku -> shelves(sku).stream())
			.map(shelf -> new Units(shelf, balance(shelf).available()))
			.toList();
	}

	boolean has(Shelf shelf) {
		return this.now.containsKey(shelf);
	}

	Balance balance(Shelf shelf) {
		return known(shelf, this.now.get(shelf));
	}

	/// @throws IllegalArgumentException if less than what is reserved would be there
	Movement move(MovementType type, Shelf shelf, long quantity, Voucher voucher) {
		var after = balance(shelf).after(type, shelf, quantity, voucher, this.time);
		var movement = new Movement(shelf, type, quantity, after, voucher);
		this.now.put(shelf, after);
		this.movements.add(movement);
		return movement;
	}

	StockFigures figures(String sku) {
		return figures(sku, this.now);
	}

	long versionBefore(String sku) {
		return figures(sku, this.before).version();
	}

	private StockFigures figures(String sku, Map<Shelf, Balance> balances) {
		return new StockFigures(sku,
				shelves(sku).stream()
					.map(shelf -> StockFigures.AtLocation.of(shelf.location(), known(shelf, balances.get(shelf))))
					.toList());
	}

	private List<Shelf> shelves(String sku) {
		return this.shelves.getOrDefault(sku, List.of());
	}

	List<Movement> movements() {
		return List.copyOf(this.movements);
	}

	/// What all movements together do to each shelf that moved.
	List<Change> changes() {
		return this.movements.stream()
			.map(Movement::shelf)
			.distinct()
			.map(shelf -> new Change(shelf, known(shelf, this.before.get(shelf)), balance(shelf)))
			.toList();
	}

	private static Balance known(Shelf shelf, @Nullable Balance balance) {
		if (balance == null) {
			throw new IllegalStateException("%s was not locked, so it must not move".formatted(shelf));
		}
		return balance;
	}

	record Change(Shelf shelf, Balance before, Balance after) {
	}

}
