package dev.cleave.checker;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/// What clients asked for and what they were told. A placement whose answer never arrived stays unknown: it may exist,
/// but only once.
public final class History {

	private final Queue<Placement> placements = new ConcurrentLinkedQueue<>();

	private final Map<String, LongAdder> received = new ConcurrentHashMap<>();

	private final Set<String> cancelled = ConcurrentHashMap.newKeySet();

	private final Map<String, Long> versions = new ConcurrentHashMap<>();

	private final Set<String> confirmed = ConcurrentHashMap.newKeySet();

	private final Map<String, Queue<String>> contradictions = new ConcurrentHashMap<>();

	private final Map<String, Deed> deeds = new ConcurrentHashMap<>();

	private volatile boolean whole;

	/// Writes down that an order is about to be placed. The reference must be unique.
	public Placement begin(String key, String reference, List<OrderedLine> lines) {
		var placement = new Placement(key, reference, List.copyOf(lines));
		this.placements.add(placement);
		return placement;
	}

	/// Writes down that stock is about to be added.
	public void received(String sku, long quantity) {
		this.received.computeIfAbsent(sku, (_) -> new LongAdder()).add(quantity);
	}

	/// Writes down that an order is about to be cancelled: from here on its stock may be
	/// somebody else's.
	public void cancels(String orderId) {
		this.cancelled.add(orderId);
	}

	/// Writes down what a client saw of an order.
	public void saw(String orderId, String status, long version) {
		var before = this.versions.put(orderId, version);
		if (before != null && before > version) {
			contradicts("I13", "order " + orderId + " went back from version " + before + " to " + version);
		}
		if (status.equals("CONFIRMED")) {
			this.confirmed.add(orderId);
		}
	}

	/// Writes down what shows by itself that an invariant does not hold.
	public void contradicts(String invariant, String words) {
		this.contradictions.computeIfAbsent(invariant, (_) -> new ConcurrentLinkedQueue<>()).add(words);
	}

	/// Writes down that something else is about to be done, by the reference that it is
	/// found by afterwards. The same again is an attempt at the same.
	public Deed attempts(Deed.Kind kind, String reference) {
		return this.deeds.computeIfAbsent(kind + " " + reference, (_) -> new Deed(kind, reference));
	}

	/// Writes down that nobody but those who are in here ordered what they were offered.
	public void namesEverybody() {
		this.whole = true;
	}

	/// The number of orders that a client was told about.
	public long acknowledged() {
		return this.placements.stream().filter((placement) -> placement.outcome == Outcome.ACKNOWLEDGED).count();
	}

	Queue<Placement> placements() {
		return this.placements;
	}

	Map<String, Queue<String>> contradictions() {
		return this.contradictions;
	}

	Collection<Deed> deeds() {
		return this.deeds.values();
	}

	/// Whether somebody must have asked for an order of this, if there is one.
	boolean knowsWhoOrders(String sku) {
		return this.whole && this.received.containsKey(sku);
	}

	long receivedOf(String sku) {
		var sum = this.received.get(sku);
		return (sum != null) ? sum.sum() : 0;
	}

	/// Whether somebody saw the order CONFIRMED and nobody tried to cancel it since.
	boolean holdsStock(String orderId) {
		return this.confirmed.contains(orderId) && !this.cancelled.contains(orderId);
	}

	enum Outcome {

		UNKNOWN, REFUSED, ACKNOWLEDGED

	}

	/// One attempt to order something.
	public final class Placement {

		final String key;

		final String reference;

		final List<OrderedLine> lines;

		volatile Outcome outcome = Outcome.UNKNOWN;

		volatile @Nullable String orderId;

		private Placement(String key, String reference, List<OrderedLine> lines) {
			this.key = key;
			this.reference = reference;
			this.lines = lines;
		}

		public void acknowledged(String id, String status) {
			if (this.orderId != null && !this.orderId.equals(id)) {
				contradicts("I6", "key " + this.key + " gave two orders, " + this.orderId + " and " + id);
			}
			this.orderId = id;
			this.outcome = Outcome.ACKNOWLEDGED;
			if (status.equals("CONFIRMED")) {
				History.this.confirmed.add(id);
			}
		}

		public void refused() {
			this.outcome = Outcome.REFUSED;
		}

		@Override
		public String toString() {
			return this.orderId + " of "
					+ this.lines.stream()
						.map((line) -> line.sku() + " x " + line.quantity())
						.collect(Collectors.joining(", "));
		}

	}

}
