package dev.cleave.acceptance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import dev.cleave.acceptance.Tale.Attempt;
import tools.jackson.databind.JsonNode;

/// Goes through the timeline of an order, step by step, and finds who made each step; then asks of every other answer
/// whether it was right at some moment between its question and itself.
final class OrderAudit {

	private final Tale tale;

	private final Circumstances circumstances;

	private final List<Attempt> open;

	private final List<ExpectedOrder> versions = new ArrayList<>();

	private final List<Claim> claims = new ArrayList<>();

	private final Map<String, Long> spoilt = new HashMap<>();

	private final List<String> moves = new ArrayList<>();

	private final List<String> faults = new ArrayList<>();

	OrderAudit(Tale tale, StateTable table, Circumstances circumstances) {
		this.tale = tale;
		this.circumstances = circumstances;
		this.open = new ArrayList<>(tale.attempts());
		this.versions.add(ExpectedOrder.placed(table, tale.placed()));
		this.faults.addAll(tale.contradictions());
	}

	/// Follows the order to where it stands.
	OrderAudit follow(List<JsonNode> timeline, Order shown) {
		for (var entry : timeline.subList(1, timeline.size())) {
			if (!step(entry.path("move").asString(), entry.path("status").asString())) {
				return this;
			}
		}
		this.open.forEach(this::explain);
		if (shown.version() != this.versions.size() || !last().isShownBy(shown)) {
			this.faults.add("It must be in version " + this.versions.size() + " and " + last() + ", and is shown as "
					+ shown.json());
		}
		if (last().status().equals("PENDING") || this.tale.isOverdue() && last().status().equals("CONFIRMED")) {
			this.faults.add("It is still " + last().status());
		}
		return this;
	}

	ExpectedOrder last() {
		return this.versions.getLast();
	}

	/// The moves that it made, as far as they could be followed.
	List<String> moves() {
		return this.moves;
	}

	/// Units that came back and can't be sold again, by SKU.
	Map<String, Long> spoilt() {
		return this.spoilt;
	}

	List<String> faults() {
		return this.faults.stream().map((fault) -> "order " + this.tale.placed().id() + ": " + fault).toList();
	}

	private boolean step(String move, String status) {
		var version = this.versions.size() + 1;
		var claimant = this.open.stream()
			.filter((attempt) -> claims(attempt, move, version))
			.min(Comparator.comparingLong(Attempt::end));
		var after = claimant.map((attempt) -> last().to(attempt.deed()).after())
			.or(() -> isNobodys(move) ? last().by(move) : Optional.empty());
		if (after.isEmpty() || !after.get().status().equals(status)) {
			this.faults.add("Version " + version + " is " + status + " by " + move + " from " + last()
					+ ", which nobody could ask for; asked were " + this.open);
			return false;
		}
		claimant.ifPresent((attempt) -> {
			this.claims.add(new Claim(version, earliest(attempt)));
			this.open.remove(attempt);
			if (attempt.deed() instanceof Deed.TakeBack back && back.spoilt()) {
				noteSpoilt(last(), after.get());
			}
		});
		this.versions.add(after.get());
		this.moves.add(move);
		return true;
	}

	private void noteSpoilt(ExpectedOrder before, ExpectedOrder after) {
		for (var line = 0; line < before.lines().size(); line++) {
			this.spoilt.merge(before.lines().get(line).sku(),
					after.lines().get(line).returned() - before.lines().get(line).returned(), Long::sum);
		}
	}

	private boolean claims(Attempt attempt, String move, int version) {
		var expected = last().to(attempt.deed());
		return expected.move().equals(move) && expected.isMetBy(attempt.answer())
				&& (attempt.answer().status() != 200 || Order.in(attempt.answer()).version() == version)
				&& this.tale.knownBefore(attempt.begin()) < version;
	}

	/// Of two that paid under one reference at the same time it can't be told whose money
	/// was taken.
	private long earliest(Attempt attempt) {
		return this.tale.attempts()
			.stream()
			.filter((other) -> other.deed().equals(attempt.deed()))
			.mapToLong(Attempt::begin)
			.min()
			.orElse(attempt.begin());
	}

	private boolean isNobodys(String move) {
		return switch (move) {
			case "confirm" -> true;
			case "reject" -> this.circumstances.mayRunShort();
			case "expire" -> this.tale.isHurried();
			case "cancel" -> this.tale.isHurried() || this.circumstances.mayBeRevoked();
			default -> false;
		};
	}

	private void explain(Attempt attempt) {
		var first = this.tale.knownBefore(attempt.begin());
		var last = this.claims.stream()
			.filter((claim) -> claim.begin > attempt.end())
			.mapToLong((claim) -> claim.version - 1)
			.min()
			.orElse(this.versions.size());
		for (var version = first; version <= last; version++) {
			if (explains(attempt, (int) version)) {
				return;
			}
		}
		this.faults
			.add("In no version from " + first + " to " + last + " of " + this.versions + " is this right: " + attempt);
	}

	private boolean explains(Attempt attempt, int version) {
		var order = this.versions.get(version - 1);
		var answer = attempt.answer();
		if (answer.status() == 409 && answer.text("/code").endsWith("-reference-taken")) {
			return this.circumstances.isTaken().test(attempt.deed());
		}
		var expected = order.to(attempt.deed());
		return !expected.moves() && expected.isMetBy(answer)
				&& (answer.status() != 200 || Order.in(answer).version() == version);
	}

	/// What other orders have to do with it.
	///
	/// @param mayRunShort whether there may be too little of what it asks for
	/// @param mayBeRevoked whether somebody took away what was reserved
	/// @param isTaken whether another order has the reference of a deed
	record Circumstances(boolean mayRunShort, boolean mayBeRevoked, Predicate<Deed.WithOrder> isTaken) {

	}

	private record Claim(long version, long begin) {

	}

}
