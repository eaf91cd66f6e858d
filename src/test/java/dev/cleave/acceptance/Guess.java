package dev.cleave.acceptance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;
import java.util.function.Predicate;

import dev.cleave.acceptance.Deed.Place;
import dev.cleave.acceptance.Deed.Portion;

/// What will probably have become of the orders of a sequence, if nothing comes in between. It only serves to choose deeds
/// that make sense; whether they were answered well is for others to say.
final class Guess {

	private final Map<Integer, Guessed> orders = new HashMap<>();

	private final List<Integer> underWay = new ArrayList<>();

	private int steps;

	private int references;

	int nextOrder() {
		return this.orders.size() + 1;
	}

	int nextReference() {
		return this.references + 1;
	}

	/// Transfers that have not arrived.
	List<Integer> underWay() {
		return this.underWay;
	}

	int steps() {
		return this.steps;
	}

	List<Guessed> orders(Predicate<Guessed> which) {
		return this.orders.values().stream().filter(which).toList();
	}

	boolean any(Predicate<Guessed> which) {
		return this.orders.values().stream().anyMatch(which);
	}

	void take(Deed deed) {
		this.steps++;
		switch (deed) {
			case Place place -> this.orders.put(place.order(), new Guessed(place));
			case Deed.WithOrder other -> this.orders.get(other.order()).take(other);
			case Deed.Send send -> this.underWay.add(send.transfer());
			case Deed.Arrive arrive -> this.underWay.remove((Integer) arrive.transfer());
			case Deed.Receive _, Deed.Adjust _, Deed.Reprice _, Deed.Withdraw _, Deed.Repeat _ -> {
				// Orders do not mind.
			}
		}
		this.references += (deed instanceof Deed.Pay || deed instanceof Deed.Refund) ? 1 : 0;
	}

	/// One order as it probably is.
	static final class Guessed {

		private final Place placed;

		private final long[] shipped;

		private final long[] delivered;

		private final long[] returned;

		private final List<Integer> references = new ArrayList<>();

		private String status = "PENDING";

		private boolean owed;

		Guessed(Place placed) {
			this.placed = placed;
			this.shipped = new long[placed.items().size()];
			this.delivered = new long[placed.items().size()];
			this.returned = new long[placed.items().size()];
		}

		int number() {
			return this.placed.order();
		}

		boolean is(String... statuses) {
			return List.of(statuses).contains(this.status);
		}

		boolean isOwed() {
			return this.owed;
		}

		boolean isOnInvoice() {
			return this.placed.onInvoice();
		}

		List<Integer> references() {
			return this.references;
		}

		List<Portion> toShip() {
			return portions((line) -> this.placed.items().get(line).quantity() - this.shipped[line]);
		}

		List<Portion> toDeliver() {
			return portions((line) -> this.shipped[line] - this.delivered[line]);
		}

		List<Portion> toReturn() {
			return portions((line) -> this.delivered[line] - this.returned[line]);
		}

		private List<Portion> portions(IntToLongFunction left) {
			var portions = new ArrayList<Portion>();
			for (var line = 0; line < this.shipped.length; line++) {
				if (left.applyAsLong(line) > 0) {
					portions.add(new Portion(line + 1, left.applyAsLong(line)));
				}
			}
			return portions;
		}

		private void take(Deed.WithOrder deed) {
			switch (deed) {
				case Deed.Settle _ -> move("PENDING", "CONFIRMED");
				case Deed.Cancel _ -> {
					this.owed |= is("PAID");
					this.status = is("PENDING", "CONFIRMED", "PAID") ? "CANCELLED" : this.status;
				}
				case Deed.Pay pay -> {
					this.references.add(pay.reference());
					this.owed |= !is("PENDING", "CONFIRMED") && pay.excess() == 0;
					move("CONFIRMED", (pay.excess() == 0) ? "PAID" : "CONFIRMED");
				}
				case Deed.Ship ship -> ship(ship.portions());
				case Deed.Deliver deliver -> deliver(deliver.portions());
				case Deed.TakeBack back -> takeBack(back.portions());
				case Deed.Refund _ -> this.owed = false;
				case Deed.RunOut _ -> move("CONFIRMED", "EXPIRED");
			}
		}

		private void ship(List<Portion> said) {
			if (is("PAID", "PARTLY_SHIPPED") && add(this.shipped, said, toShip())) {
				this.status = toShip().isEmpty() ? "SHIPPED" : "PARTLY_SHIPPED";
			}
		}

		private void deliver(List<Portion> said) {
			if (is("PARTLY_SHIPPED", "SHIPPED") && add(this.delivered, said, toDeliver())) {
				this.status = (is("SHIPPED") && toDeliver().isEmpty()) ? "DELIVERED" : this.status;
			}
		}

		private void takeBack(List<Portion> said) {
			if (is("DELIVERED", "PARTLY_RETURNED") && add(this.returned, said, toReturn())) {
				this.status = toReturn().isEmpty() ? "RETURNED" : "PARTLY_RETURNED";
				this.owed = true;
			}
		}

		private boolean add(long[] units, List<Portion> said, List<Portion> left) {
			var portions = said.isEmpty() ? left : said;
			var fits = portions.stream()
				.allMatch((portion) -> left.stream()
					.anyMatch((most) -> most.line() == portion.line() && most.quantity() >= portion.quantity()));
			if (fits) {
				portions.forEach((portion) -> units[portion.line() - 1] += portion.quantity());
			}
			return fits;
		}

		private void move(String from, String to) {
			this.status = is(from) ? to : this.status;
		}

	}

}
