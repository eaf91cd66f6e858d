package dev.cleave.checker;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.cleave.checker.History.Outcome;

/// I5, I6 and I12: what clients were told is what there is.
record HistoryInvariants(History history) {

	List<Invariant> all() {
		return List.of(new Invariant("I5", "an acknowledged order exists, a refused one does not", this::misremembered),
				new Invariant("I6", "one key makes one order",
						(_) -> this.history.contradictions().stream().limit(Databases.WITNESSES).toList()),
				new Invariant("I12", "nobody was promised more than there was", this::oversold));
	}

	private List<String> misremembered(Databases databases) {
		if (this.history.placements().isEmpty()) {
			return List.of();
		}
		var stored = databases.keyed("orders", """
				SELECT reference, id || ' of ' || string_agg(sku || ' x ' || quantity, ', ' ORDER BY line)
				FROM orders.orders JOIN orders.order_line ON order_id = id WHERE reference IS NOT NULL GROUP BY id
				""");
		var perhaps = this.history.placements()
			.stream()
			.filter((placement) -> placement.outcome != Outcome.REFUSED)
			.map((placement) -> placement.reference)
			.collect(Collectors.toSet());
		return this.history.placements().stream().filter((placement) -> switch (placement.outcome) {
			case ACKNOWLEDGED -> !placement.toString().equals(stored.get(placement.reference));
			case REFUSED -> stored.containsKey(placement.reference) && !perhaps.contains(placement.reference);
			case UNKNOWN -> false;
		})
			.map((placement) -> placement.outcome + " " + placement + "; stored: " + stored.get(placement.reference))
			.limit(Databases.WITNESSES)
			.toList();
	}

	private List<String> oversold(Databases databases) {
		Map<String, Long> promised = new TreeMap<>();
		for (var placement : this.history.placements()) {
			if (placement.orderId != null && this.history.holdsStock(placement.orderId)) {
				placement.lines.forEach((line) -> promised.merge(line.sku(), line.quantity(), Long::sum));
			}
		}
		return promised.entrySet()
			.stream()
			.filter((sku) -> sku.getValue() > this.history.receivedOf(sku.getKey()))
			.limit(Databases.WITNESSES)
			.map((sku) -> sku.getKey() + ": " + sku.getValue() + " promised, " + this.history.receivedOf(sku.getKey())
					+ " received")
			.toList();
	}

}
