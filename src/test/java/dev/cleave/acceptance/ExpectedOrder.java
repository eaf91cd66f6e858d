package dev.cleave.acceptance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

import dev.cleave.acceptance.Deed.Portion;
import dev.cleave.acceptance.Deed.WithOrder;

/// An order as it must be after what was done with it, and what it must answer to whatever is done next. Where it can go
/// is what the shop's own state table says; what that means for its lines and its money is said here once more.
///
/// @param refunds amounts by the number of the refund
record ExpectedOrder(StateTable table, String status, List<ExpectedLine> lines, long refundDue, List<Integer> payments,
		Map<Integer, Long> refunds) {

	static ExpectedOrder placed(StateTable table, Order order) {
		return new ExpectedOrder(table, "PENDING", order.lines().stream().map(ExpectedLine::of).toList(), 0, List.of(),
				Map.of());
	}

	long total() {
		return this.lines.stream().mapToLong((line) -> line.quantity() * line.unitPrice()).sum();
	}

	Expectation to(WithOrder deed) {
		return switch (deed) {
			case Deed.Cancel _ -> move("cancel").orElse(illegal());
			case Deed.Pay pay -> pay(pay);
			case Deed.Ship ship -> ship(ship.portions());
			case Deed.Deliver deliver -> deliver(deliver.portions());
			case Deed.TakeBack back -> takeBack(back.portions());
			case Deed.Refund refund -> refund(refund);
			case Deed.Settle _, Deed.RunOut _ -> throw new IllegalArgumentException("Nobody answers to " + deed);
		};
	}

	/// What becomes of it by a move that nobody asked for.
	Optional<ExpectedOrder> by(String move) {
		return this.table.after(this.status, move)
			.map((to) -> with(to, this.lines, this.refundDue + (owedAfter(move) ? total() : 0)));
	}

	private boolean owedAfter(String move) {
		return move.equals("pay_late") || move.equals("cancel") && this.status.equals("PAID");
	}

	private Optional<Expectation> move(String move) {
		return by(move).map((after) -> Expectation.moves(move, after));
	}

	private Expectation illegal() {
		return Expectation.stays(409, "move-illegal", this);
	}

	private Expectation pay(Deed.Pay pay) {
		if (this.payments.contains(pay.reference())) {
			return (pay.excess() == 0) ? Expectation.stays(200, "", this) : Expectation.stays(422, "", this);
		}
		if (pay.excess() != 0) {
			return Expectation.stays(422, "", this);
		}
		return move("pay").or(() -> move("pay_late").map(Expectation::late))
			.map((expected) -> expected.with(expected.after().paid(pay.reference())))
			.orElse(illegal());
	}

	private Expectation refund(Deed.Refund refund) {
		var known = this.refunds.get(refund.reference());
		if (known != null) {
			return Expectation.stays((refund.said() == 0 || refund.said() == known) ? 200 : 422, "", this);
		}
		if (this.refundDue == 0) {
			return Expectation.stays(409, "nothing-due", this);
		}
		if (refund.said() != 0 && refund.said() != this.refundDue) {
			return Expectation.stays(422, "", this);
		}
		return move("refund").map((expected) -> expected.with(expected.after().refunded(refund.reference())))
			.orElse(illegal());
	}

	private Expectation ship(List<Portion> portions) {
		return portions(portions, List.of("ship_part", "ship"), ExpectedLine::toShip, ExpectedLine::ship,
				(lines) -> lines.stream().allMatch((line) -> line.toShip() == 0));
	}

	private Expectation deliver(List<Portion> portions) {
		return portions(portions, List.of("deliver_part", "deliver"), ExpectedLine::toDeliver, ExpectedLine::deliver,
				(lines) -> lines.stream().allMatch((line) -> line.delivered() == line.quantity()));
	}

	private Expectation takeBack(List<Portion> portions) {
		var expected = portions(portions, List.of("return_part", "return"), ExpectedLine::toReturn,
				ExpectedLine::takeBack,
				(lines) -> lines.stream().allMatch((line) -> line.returned() == line.quantity()));
		return expected.with(expected.after().owing(expected.after().returnedValue() - returnedValue()));
	}

	private Expectation portions(List<Portion> said, List<String> partOrWhole, ToLongFunction<ExpectedLine> left,
			BiFunction<ExpectedLine, Long, ExpectedLine> change, Predicate<List<ExpectedLine>> isWhole) {
		if (partOrWhole.stream().noneMatch((move) -> this.table.allows(this.status, move))) {
			return illegal();
		}
		var units = new TreeMap<Integer, Long>();
		said.forEach((portion) -> units.merge(portion.line(), portion.quantity(), Long::sum));
		if (!units.isEmpty() && units.lastKey() > this.lines.size()) {
			return Expectation.stays(422, "", this);
		}
		var after = new ArrayList<ExpectedLine>();
		for (var number = 1; number <= this.lines.size(); number++) {
			var line = this.lines.get(number - 1);
			var some = said.isEmpty() ? left.applyAsLong(line) : units.getOrDefault(number, 0L);
			if (some > left.applyAsLong(line)) {
				return Expectation.stays(422, "", this);
			}
			after.add(change.apply(line, some));
		}
		if (after.equals(this.lines)) {
			return Expectation.stays(409, "nothing-left", this);
		}
		var move = partOrWhole.get(isWhole.test(after) ? 1 : 0);
		return this.table.after(this.status, move)
			.map((to) -> Expectation.moves(move, with(to, after, this.refundDue)))
			.orElse(illegal());
	}

	private long returnedValue() {
		return this.lines.stream().mapToLong((line) -> line.returned() * line.unitPrice()).sum();
	}

	private ExpectedOrder with(String to, List<ExpectedLine> those, long due) {
		return new ExpectedOrder(this.table, to, those, due, this.payments, this.refunds);
	}

	private ExpectedOrder owing(long more) {
		return with(this.status, this.lines, this.refundDue + more);
	}

	private ExpectedOrder paid(int reference) {
		var more = new ArrayList<>(this.payments);
		more.add(reference);
		return new ExpectedOrder(this.table, this.status, this.lines, this.refundDue, more, this.refunds);
	}

	private ExpectedOrder refunded(int reference) {
		var more = new HashMap<>(this.refunds);
		more.put(reference, this.refundDue);
		return new ExpectedOrder(this.table, this.status, this.lines, 0, this.payments, more);
	}

	/// Whether the shop shows it so.
	boolean isShownBy(Order shown) {
		return shown.status().equals(this.status)
				&& shown.lines().stream().map(ExpectedLine::of).toList().equals(this.lines)
				&& shown.json().at("/refundDue/amount").asLong(0) == this.refundDue;
	}

	@Override
	public String toString() {
		return this.status + ((this.refundDue > 0) ? " with " + this.refundDue + " to give back " : " ") + this.lines;
	}

}
