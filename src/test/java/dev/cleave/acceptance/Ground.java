package dev.cleave.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The products of one sequence, which no other knows.
///
/// @param skus by their number
record Ground(List<String> skus) {

	/// So many there are of each at the beginning: ample of the first ones, hardly any of
	/// the last.
	static final List<Long> OPENING = List.of(10_000L, 10_000L, 6L);

	static final long PRICE = 100;

	/// The number of the product of which there is hardly any.
	static final int SCARCE = OPENING.size() - 1;

	/// Prepares as many as are needed, all at once.
	static List<Ground> prepare(Shop shop, int sequences) {
		var grounds = IntStream.range(0, sequences)
			.mapToObj((_) -> new Ground(OPENING.stream().map((_) -> Shop.unique("sku")).toList()))
			.toList();
		var lines = new ArrayList<String>();
		for (var ground : grounds) {
			for (var product = 0; product < OPENING.size(); product++) {
				lines.add(Json.write(Json.map("sku", ground.skus.get(product), "name", "Tried", "price",
						Json.money(PRICE), "quantity", OPENING.get(product))));
			}
		}
		shop.remember(shop.clerk().importProducts(lines.stream().collect(Collectors.joining("\n"))).expect(200));
		grounds.forEach((ground) -> IntStream.range(0, OPENING.size())
			.forEach((product) -> shop.history().received(ground.skus.get(product), OPENING.get(product))));
		return grounds;
	}

}
