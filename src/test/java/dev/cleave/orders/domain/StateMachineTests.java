package dev.cleave.orders.domain;

import java.util.EnumSet;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StateMachineTests {

	@Test
	void beginsWithPlacing() {
		assertThat(StateMachine.TRANSITIONS).filteredOn(transition -> transition.from() == null)
			.containsExactly(new Transition(Move.PLACE, null, OrderStatus.PENDING));
	}

	@Test
	void leadsEachMoveToOnePlaceOnly() {
		assertThat(StateMachine.TRANSITIONS.stream().map(step -> step.from() + " " + step.move()))
			.doesNotHaveDuplicates();
	}

	@Test
	void reachesEveryStatus() {
		assertThat(StateMachine.TRANSITIONS.stream().map(Transition::to)).containsAll(EnumSet.allOf(OrderStatus.class));
	}

	@Test
	void endsWhereNothingLeadsElsewhere() {
		assertThat(OrderStatus.values()).filteredOn(StateMachine::isEnd)
			.containsExactly(OrderStatus.REJECTED, OrderStatus.CANCELLED, OrderStatus.EXPIRED, OrderStatus.RETURNED);
	}

	@Test
	void doesNotCancelWhatIsOnItsWay() {
		assertThat(StateMachine.after(OrderStatus.PARTLY_SHIPPED, Move.CANCEL)).isEmpty();
		assertThat(StateMachine.after(OrderStatus.PAID, Move.CANCEL)).contains(OrderStatus.CANCELLED);
	}

	@Test
	void takesMoneyThatComesLateAndGivesItBackWhereverAnOrderWaitsForNone() {
		assertThat(OrderStatus.values())
			.filteredOn(status -> !StateMachine.after(status, Move.PAY_LATE).equals(Optional.of(status)))
			.containsExactly(OrderStatus.PENDING, OrderStatus.CONFIRMED);
		assertThat(OrderStatus.values())
			.filteredOn(status -> !StateMachine.after(status, Move.REFUND).equals(Optional.of(status)))
			.containsExactly(OrderStatus.PENDING, OrderStatus.CONFIRMED);
	}

}
