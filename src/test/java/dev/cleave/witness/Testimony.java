package dev.cleave.witness;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.cleave.checker.Deed;
import dev.cleave.checker.History;
import dev.cleave.checker.History.Placement;
import dev.cleave.checker.OrderedLine;

/// What a diary says, in the words of the checker.
final class Testimony {

	private static final Map<String, Deed.Kind> DEEDS = Map.of("book", Deed.Kind.BOOKING, "pay", Deed.Kind.PAYMENT,
			"cancel", Deed.Kind.CANCELLATION);

	/// What is wrong with a refusal after which the order is there.
	static final String LIE = "all earlier answers said that nothing was done, and it was";

	private final History history = new History();

	private final Map<Long, Entry> asked = new HashMap<>();

	private final Map<String, Placement> placements = new HashMap<>();

	/// Keys of orders that some attempt may have placed though nobody says so.
	private final Set<String> open = new HashSet<>();

	private final Map<String, String> owners = new HashMap<>();

	private final Map<String, String> bodies = new HashMap<>();

	private final Map<String, Long> versions = new HashMap<>();

	private Testimony() {
	}

	static History of(Collection<Entry> diary) {
		var testimony = new Testimony();
		testimony.history.namesEverybody();
		diary.forEach(testimony::hear);
		testimony.asked.values().forEach((entry) -> testimony.answered(entry, Entry.Phase.UNKNOWN));
		testimony.placements.forEach((key, placement) -> {
			if (!testimony.open.contains(key) && !testimony.bodies.containsKey(key)) {
				placement.refused();
			}
		});
		return testimony.history;
	}

	private void hear(Entry entry) {
		if (entry.op().equals("fault")) {
			return;
		}
		if (entry.phase() == Entry.Phase.INVOKE) {
			asks(entry);
			return;
		}
		this.asked.remove(entry.call());
		answered(entry, entry.phase());
		if (entry.manners() != null) {
			this.history.contradicts(entry.manners().equals(LIE) ? "I5" : "I18", "%s of call %d answered %d by %s: %s"
				.formatted(entry.op(), entry.call(), entry.status(), entry.node(), entry.manners()));
		}
	}

	private void asks(Entry entry) {
		switch (entry.op()) {
			case "offer" -> {
				receives(entry);
				return;
			}
			case "place" -> this.placements.computeIfAbsent(entry.key(),
					(key) -> this.history.begin(key, entry.about(), lines(entry)));
			case "cancel" -> this.history.cancels(entry.about());
			case "book" -> receives(entry);
			default -> {
			}
		}
		if (DEEDS.containsKey(entry.op())) {
			this.history.attempts(DEEDS.get(entry.op()), entry.about());
		}
		this.asked.put(entry.call(), entry);
	}

	private void receives(Entry entry) {
		if (entry.lines() != null) {
			entry.lines().forEach(this.history::received);
		}
	}

	private static List<OrderedLine> lines(Entry entry) {
		return entry.lines()
			.entrySet()
			.stream()
			.map((line) -> new OrderedLine(line.getKey(), line.getValue()))
			.toList();
	}

	private void answered(Entry entry, Entry.Phase phase) {
		switch (entry.op()) {
			case "place" -> placed(entry, phase);
			case "reuse" -> {
				if (phase == Entry.Phase.OK) {
					this.history.contradicts("I6", "key %s was taken with two bodies".formatted(entry.key()));
				}
			}
			case "look" -> looked(entry, phase);
			case "list" -> listed(entry);
			case "book", "pay", "cancel" -> did(entry, phase);
			default -> {
			}
		}
	}

	private void placed(Entry entry, Entry.Phase phase) {
		if (phase == Entry.Phase.UNKNOWN) {
			this.open.add(entry.key());
		}
		if (phase == Entry.Phase.OK) {
			this.placements.get(entry.key()).acknowledged(entry.order(), entry.state());
			this.owners.put(entry.order(), entry.who());
			var first = this.bodies.putIfAbsent(entry.key(), entry.status() + " " + entry.hash());
			if (first != null && !first.equals(entry.status() + " " + entry.hash())) {
				this.history.contradicts("I6", "key %s was answered in two ways: %s, then %d %s".formatted(entry.key(),
						first, entry.status(), entry.hash()));
			}
		}
	}

	private void looked(Entry entry, Entry.Phase phase) {
		var owner = this.owners.get(entry.about());
		var own = entry.who().equals(owner);
		if (phase == Entry.Phase.OK && owner != null && !own) {
			this.history.contradicts("I14", "%s saw order %s of %s".formatted(entry.who(), entry.about(), owner));
		}
		if (entry.status() == 404 && own) {
			this.history.contradicts("I13", "%s does not find own order %s".formatted(entry.who(), entry.about()));
		}
		if (phase == Entry.Phase.OK && own && entry.state() != null) {
			saw(entry);
		}
	}

	/// Whoever asks one thing after the other sees it grow. Others may be answered later
	/// than they asked.
	private void saw(Entry entry) {
		var before = this.versions.merge(entry.proc() % 1_000 + " " + entry.order(), entry.version(), Math::max);
		if (before > entry.version()) {
			this.history.contradicts("I13", "order %s went back from version %d to %d in call %d"
				.formatted(entry.order(), before, entry.version(), entry.call()));
		}
		if (entry.state().equals("CONFIRMED")) {
			this.history.saw(entry.order(), entry.state(), Long.MAX_VALUE);
		}
	}

	private void listed(Entry entry) {
		if (entry.orders() != null) {
			entry.orders()
				.stream()
				.filter((order) -> this.owners.containsKey(order) && !entry.who().equals(this.owners.get(order)))
				.forEach((order) -> this.history.contradicts("I14",
						"%s was shown order %s of %s".formatted(entry.who(), order, this.owners.get(order))));
		}
	}

	private void did(Entry entry, Entry.Phase phase) {
		var deed = this.history.attempts(DEEDS.get(entry.op()), entry.about());
		switch (phase) {
			case OK -> deed.acknowledged();
			case UNKNOWN -> deed.leftOpen();
			case FAIL, INVOKE -> {
			}
		}
	}

}
