package dev.cleave.orders.domain;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import static dev.cleave.orders.domain.OrderStatus.CANCELLED;
import static dev.cleave.orders.domain.OrderStatus.CONFIRMED;
import static dev.cleave.orders.domain.OrderStatus.DELIVERED;
import static dev.cleave.orders.domain.OrderStatus.EXPIRED;
import static dev.cleave.orders.domain.OrderStatus.PAID;
import static dev.cleave.orders.domain.OrderStatus.PARTLY_RETURNED;
import static dev.cleave.orders.domain.OrderStatus.PARTLY_SHIPPED;
import static dev.cleave.orders.domain.OrderStatus.PENDING;
import static dev.cleave.orders.domain.OrderStatus.REJECTED;
import static dev.cleave.orders.domain.OrderStatus.RETURNED;
import static dev.cleave.orders.domain.OrderStatus.SHIPPED;

/// Which moves an order can make. What is not in this table can't happen.
public final class StateMachine {

	private static final List<Transition> LIFE = List.of(new Transition(Move.PLACE, null, PENDING),
			new Transition(Move.CONFIRM, PENDING, CONFIRMED), new Transition(Move.REJECT, PENDING, REJECTED),
			new Transition(Move.PAY, CONFIRMED, PAID), new Transition(Move.SHIP_PART, PAID, PARTLY_SHIPPED),
			new Transition(Move.SHIP, PAID, SHIPPED), new Transition(Move.SHIP_PART, PARTLY_SHIPPED, PARTLY_SHIPPED),
			new Transition(Move.SHIP, PARTLY_SHIPPED, SHIPPED),
			new Transition(Move.DELIVER_PART, PARTLY_SHIPPED, PARTLY_SHIPPED),
			new Transition(Move.DELIVER_PART, SHIPPED, SHIPPED), new Transition(Move.DELIVER, SHIPPED, DELIVERED),
			new Transition(Move.RETURN_PART, DELIVERED, PARTLY_RETURNED),
			new Transition(Move.RETURN, DELIVERED, RETURNED),
			new Transition(Move.RETURN_PART, PARTLY_RETURNED, PARTLY_RETURNED),
			new Transition(Move.RETURN, PARTLY_RETURNED, RETURNED), new Transition(Move.CANCEL, PENDING, CANCELLED),
			new Transition(Move.CANCEL, CONFIRMED, CANCELLED), new Transition(Move.CANCEL, PAID, CANCELLED),
			new Transition(Move.EXPIRE, CONFIRMED, EXPIRED));

	/// Money that nobody waits for can come at any time after that, and be given back.
	private static final Stream<Transition> MONEY = EnumSet.complementOf(EnumSet.of(PENDING, CONFIRMED))
		.stream()
		.flatMap(status -> Stream.of(new Transition(Move.PAY_LATE, status, status),
				new Transition(Move.REFUND, status, status)));

	public static final List<Transition> TRANSITIONS = Stream.concat(LIFE.stream(), MONEY).toList();

	private StateMachine() {
	}

	/// Where the move leads; empty when it can't be made from there.
	public static Optional<OrderStatus> after(OrderStatus from, Move move) {
		return TRANSITIONS.stream()
			.filter(transition -> transition.from() == from && transition.move() == move)
			.map(Transition::to)
			.findAny();
	}

	/// The moves that can be made from there.
	public static List<Move> movesFrom(OrderStatus from) {
		return TRANSITIONS.stream().filter(transition -> transition.from() == from).map(Transition::move).toList();
	}

	/// Whether an order that stands there stays there for ever, whatever else is done
	/// with
	/// it.
	public static boolean isEnd(OrderStatus status) {
		return TRANSITIONS.stream().noneMatch(transition -> transition.from() == status && transition.to() != status);
	}

}
