package dev.cleave.orders.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import dev.cleave.orders.domain.OrderStatus;
import dev.cleave.orders.domain.StateMachine;
import org.jspecify.annotations.Nullable;

/// The state machine of orders as data.
record StatesView(List<State> states, List<Move> moves) {

	static final StatesView ALL = new StatesView(
			Arrays.stream(OrderStatus.values()).map(status -> new State(status, StateMachine.isEnd(status))).toList(),
			StateMachine.TRANSITIONS.stream()
				.map(transition -> new Move(transition.move().name().toLowerCase(Locale.ROOT), transition.from(),
						transition.to()))
				.toList());

	/// @param end whether an order stays there for ever
	record State(OrderStatus status, boolean end) {

	}

	/// @param from absent for the move that makes an order
	record Move(String move, @Nullable OrderStatus from, OrderStatus to) {

	}

}
