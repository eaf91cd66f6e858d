package dev.cleave.acceptance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// What was done with one order, by whom ever, and what was seen of it.
final class Tale {

	private final Order placed;

	private final Queue<Attempt> attempts = new ConcurrentLinkedQueue<>();

	private final Queue<Sighting> sightings = new ConcurrentLinkedQueue<>();

	private volatile boolean hurried;

	private volatile boolean overdue;

	Tale(Order placed) {
		this.placed = placed;
		this.sightings.add(new Sighting(System.nanoTime(), placed.version()));
	}

	Order placed() {
		return this.placed;
	}

	void add(Attempt attempt) {
		this.attempts.add(attempt);
		if (attempt.answer().status() == 200) {
			saw(Order.in(attempt.answer()), attempt.end());
		}
	}

	void saw(Order order, long at) {
		this.sightings.add(new Sighting(at, order.version()));
	}

	/// Its time ran out.
	///
	/// @param forGood whether that must be its end, unless somebody is quicker
	void hurry(boolean forGood) {
		this.hurried = true;
		this.overdue |= forGood;
	}

	boolean isHurried() {
		return this.hurried;
	}

	boolean isOverdue() {
		return this.overdue;
	}

	/// The version that everybody knew at that time.
	long knownBefore(long time) {
		return this.sightings.stream()
			.filter((sighting) -> sighting.at < time)
			.mapToLong(Sighting::version)
			.max()
			.orElse(1);
	}

	/// Whether money came in, or was given back, under the same reference as here.
	boolean hasReferenceOf(Deed.WithOrder deed) {
		return this.attempts.stream().anyMatch((attempt) -> switch (attempt.deed()) {
			case Deed.Pay pay -> deed instanceof Deed.Pay other && other.reference() == pay.reference()
					&& (attempt.answer().status() == 200 || attempt.answer().isProblem("refund-due"));
			case Deed.Refund refund -> deed instanceof Deed.Refund other && other.reference() == refund.reference()
					&& attempt.answer().status() == 200;
			default -> false;
		});
	}

	/// One attempt for each key under which an answer was kept, as all of those are the
	/// same; and every other.
	List<Attempt> attempts() {
		var merged = new LinkedHashMap<String, Attempt>();
		var others = new ArrayList<Attempt>();
		for (var attempt : this.attempts) {
			if (attempt.isKept()) {
				merged.merge(attempt.key(), attempt, Attempt::or);
			}
			else {
				others.add(attempt);
			}
		}
		others.addAll(merged.values());
		return others;
	}

	/// Answers that differ though the key and the request were the same.
	List<String> contradictions() {
		return attempts().stream()
			.filter(Attempt::isKept)
			.flatMap((kept) -> this.attempts.stream()
				.filter((other) -> other.isKept() && other.key().equals(kept.key())
						&& !other.answer().text().equals(kept.answer().text()))
				.map((other) -> "One key, two answers: " + kept.answer() + " and " + other.answer()))
			.toList();
	}

	/// @param begin when it was sent
	/// @param end when it was answered
	record Attempt(Deed.WithOrder deed, String key, long begin, long end, Answer answer) {

		boolean isKept() {
			return this.answer.status() == 200 || this.answer.status() == 409;
		}

		Attempt or(Attempt other) {
			return new Attempt(this.deed, this.key, Math.min(this.begin, other.begin), Math.min(this.end, other.end),
					this.answer);
		}

		@Override
		public String toString() {
			return this.deed + " gave " + this.answer;
		}

	}

	private record Sighting(long at, long version) {

	}

}
