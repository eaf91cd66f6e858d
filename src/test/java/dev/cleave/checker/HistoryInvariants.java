package dev.cleave.checker;

import java.util.ArrayList;
import java.util.HashMap;
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
				SELECT id::text, reference, string_agg(sku || ' x ' || quantity, ', ' ORDER BY line)
				FROM orders.orders JOIN orders.order_line ON order_id = id WHERE reference IS NOT NULL GROUP BY id
				""");
		var idByReference = new HashMap<String, String>();
		stored.keySet().forEach((key) -> idByReference.put(key.substring(key.indexOf(" | ") + 3), key));
		var outcomes = new HashMap<String, Outcome>();
		this.history.placements()
			.forEach((placement) -> outcomes.merge(placement.reference, placement.outcome,
					(one, other) -> (one.compareTo(other) > 0) ? one : other));
		var witnesses = new ArrayList<String>();
		for (var placement : this.history.placements()) {
			var key = idByReference.get(placement.reference);
			var wanted = placement.lines.stream()
				.map((line) -> line.sku() + " x " + line.quantity())
				.collect(Collectors.joining(", "));
			switch (placement.outcome) {
				case ACKNOWLEDGED -> {
					if (!wanted.equals(stored.get(placement.orderId + " | " + placement.reference))) {
						witnesses.add("acknowledged: " + placement.orderId + " " + placement.reference + " of " + wanted
								+ "; stored: " + key + " of " + ((key != null) ? stored.get(key) : "nothing"));
					}
				}
				case REFUSED -> {
					if (key != null && outcomes.get(placement.reference) == Outcome.REFUSED) {
						witnesses.add("refused, yet stored: " + key);
					}
				}
				case UNKNOWN -> {
				}
			}
		}
		return witnesses.stream().limit(Databases.WITNESSES).toList();
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
