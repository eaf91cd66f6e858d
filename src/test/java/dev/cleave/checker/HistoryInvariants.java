package dev.cleave.checker;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.cleave.checker.History.Outcome;

/// I5, I6, I12 to I16 and I18: what clients were told is what there is.
record HistoryInvariants(History history) {

	/// What shows in what clients were told, without a look into the databases.
	private static final Map<String, String> TOLD = new TreeMap<>(
			Map.of("I5", "who is told that nothing was done can believe it", "I6", "one key makes one order", "I13",
					"whoever has seen something sees it again, or something newer", "I14",
					"nobody is told of what is another's", "I15", "everything is settled soon after trouble", "I16",
					"trouble leaves nothing behind", "I18", "every answer keeps to the protocol"));

	List<Invariant> all() {
		var promises = new ArrayList<>(List.of(
				new Invariant("I5", "an acknowledged order exists, a refused one does not", this::misremembered),
				new Invariant("I5", "what was done is there once, what was refused is not", this::undone),
				new Invariant("I5", "somebody asked for every order", this::unasked),
				new Invariant("I12", "nobody was promised more than there was", this::oversold)));
		TOLD.forEach((id, promise) -> promises.add(new Invariant(id, promise, (_) -> contradictions(id))));
		return promises;
	}

	private List<String> contradictions(String invariant) {
		return this.history.contradictions()
			.getOrDefault(invariant, new ArrayDeque<>())
			.stream()
			.limit(Databases.WITNESSES)
			.toList();
	}

	private List<String> undone(Databases databases) {
		return Stream.of(Deed.Kind.values())
			.filter((kind) -> this.history.deeds().stream().anyMatch((deed) -> deed.kind() == kind))
			.flatMap((kind) -> {
				var times = databases.keyed(kind.module(), kind.sql());
				return this.history.deeds()
					.stream()
					.filter((deed) -> deed.kind() == kind)
					.map((deed) -> deed.contradiction(Long.parseLong(times.getOrDefault(deed.reference(), "0"))))
					.flatMap(Optional::stream);
			})
			.limit(Databases.WITNESSES)
			.toList();
	}

	private List<String> misremembered(Databases databases) {
		if (this.history.placements().isEmpty()) {
			return List.of();
		}
		var stored = databases.keyed("orders",
				"""
						SELECT reference, id || ' of ' || string_agg(sku || ' x ' || quantity, ', ' ORDER BY line)
						FROM orders.orders JOIN orders.order_line ON order_id = id WHERE reference IS NOT NULL GROUP BY id, reference
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

	private List<String> unasked(Databases databases) {
		var known = this.history.placements()
			.stream()
			.map((placement) -> placement.reference)
			.collect(Collectors.toSet());
		return databases
			.keyed("orders",
					"""
							SELECT coalesce(reference, 'nameless ' || id), sku FROM orders.orders JOIN orders.order_line ON order_id = id
							""")
			.entrySet()
			.stream()
			.filter((order) -> this.history.knowsWhoOrders(order.getValue()) && !known.contains(order.getKey()))
			.map((order) -> "%s, of %s".formatted(order.getKey(), order.getValue()))
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
