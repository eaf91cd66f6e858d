package dev.cleave.inventory.domain;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/// Makes the balance of one shelf anew from nothing but its movements, in order, and says what does not fit. One wrong
/// value is told where it stands, and not again for all that follows from it.
final class ShelfProof {

	private final Shelf shelf;

	private final Consumer<Discrepancy> found;

	private final Map<String, Long> held = new HashMap<>();

	private @Nullable LedgerRow last;

	private String head = Chain.START;

	private long onHand;

	private long reserved;

	/// By how much the balances in the rows differ from those made anew.
	private long onHandOff;

	private long reservedOff;

	ShelfProof(Shelf shelf, Consumer<Discrepancy> found) {
		this.shelf = shelf;
		this.found = found;
	}

	/// @param hash that stands with the movement
	void follow(LedgerRow row, String hash) {
		var gap = checkSequence(row);
		if (!gap && !hash.equals(Chain.next(this.head, row))) {
			report(row, "its hash fits neither what it says nor the movement before: one of them was changed");
		}
		checkType(row);
		checkBalances(row, gap);
		if (this.last != null && row.time().isBefore(this.last.time())) {
			report(row,
					"its time %s is before that of the movement before, %s".formatted(row.time(), this.last.time()));
		}
		this.last = row;
		this.head = hash;
	}

	/// Compares what came out with what the database says.
	///
	/// @param state of the shelf; null if it is not there
	/// @param lines what the lines of open reservations hold, by reference
	void conclude(@Nullable ShelfState state, Map<String, Long> lines) {
		if (state == null) {
			report("there is no such shelf, though %s to it"
				.formatted((lastSequence() > 0) ? "movements belong" : "reservations belong"));
		}
		else {
			checkEnd(state);
			compare("on hand", state.onHand(), this.onHand);
			compare("reserved", state.reserved(), this.reserved);
		}
		var references = new TreeSet<>(this.held.keySet());
		references.addAll(lines.keySet());
		for (var reference : references) {
			var booked = this.held.getOrDefault(reference, 0L);
			var kept = lines.getOrDefault(reference, 0L);
			if (!booked.equals(kept)) {
				report("the reservation %s holds %d, but its movements add up to %d".formatted(reference, kept,
						booked));
			}
		}
	}

	private boolean checkSequence(LedgerRow row) {
		var expected = lastSequence() + 1;
		if (row.sequence() > expected) {
			this.found.accept(discrepancy(expected, missing(expected, row.sequence() - 1)));
		}
		return row.sequence() != expected;
	}

	private void checkType(LedgerRow row) {
		var type = type(row).orElse(null);
		if (type == null) {
			report(row, "there is no such type as %s".formatted(row.type()));
		}
		else if (row.onHandDelta() != type.onHandDelta(row.quantity())
				|| row.reservedDelta() != type.reservedDelta(row.quantity())) {
			report(row, "%d %s can't move on hand by %d and reserved by %d".formatted(row.quantity(), row.type(),
					row.onHandDelta(), row.reservedDelta()));
		}
	}

	private void checkBalances(LedgerRow row, boolean gap) {
		this.onHand += row.onHandDelta();
		this.reserved += row.reservedDelta();
		if (row.reservedDelta() != 0) {
			this.held.merge(Objects.requireNonNullElse(row.reference(), "(none)"), row.reservedDelta(),
					(one, other) -> (one + other != 0) ? one + other : null);
		}
		var onHandOffNow = row.onHandAfter() - this.onHand;
		var reservedOffNow = row.reservedAfter() - this.reserved;
		if (!gap && onHandOffNow != this.onHandOff && onHandOffNow != 0) {
			report(row, "it says %d on hand, but the movements add up to %d".formatted(row.onHandAfter(), this.onHand));
		}
		if (!gap && reservedOffNow != this.reservedOff && reservedOffNow != 0) {
			report(row, "it says %d reserved, but the movements add up to %d".formatted(row.reservedAfter(),
					this.reserved));
		}
		this.onHandOff = onHandOffNow;
		this.reservedOff = reservedOffNow;
	}

	private void checkEnd(ShelfState state) {
		if (state.sequence() > lastSequence()) {
			this.found
				.accept(discrepancy(lastSequence() + 1, missing(lastSequence() + 1, state.sequence()) + " at the end"));
		}
		else if (state.sequence() < lastSequence()) {
			report("the shelf counts %d movements, but the ledger has %d".formatted(state.sequence(), lastSequence()));
		}
		else if (!state.head().equals(this.head)) {
			report("its last movement is another one than the shelf remembers: some were taken away or written anew");
		}
	}

	private void compare(String what, long stands, long made) {
		if (stands != made) {
			report("the shelf has %d %s, but its movements add up to %d".formatted(stands, what, made));
		}
	}

	private long lastSequence() {
		return (this.last != null) ? this.last.sequence() : 0;
	}

	private void report(LedgerRow row, String what) {
		this.found.accept(discrepancy(row.sequence(), what));
	}

	private void report(String what) {
		this.found.accept(discrepancy(null, what));
	}

	private Discrepancy discrepancy(@Nullable Long sequence, String what) {
		return new Discrepancy(this.shelf.sku(), this.shelf.location(), sequence, what);
	}

	private static String missing(long from, long to) {
		return (from == to) ? "this movement is missing" : "the movements %d to %d are missing".formatted(from, to);
	}

	private static Optional<MovementType> type(LedgerRow row) {
		return Arrays.stream(MovementType.values()).filter(type -> type.name().equals(row.type())).findFirst();
	}

}
