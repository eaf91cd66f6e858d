package dev.cleave.orders.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// Where one order stands in the state machine, and the moves it has made since it was read. The version counts all it
/// ever made.
final class Course {

	private final UUID order;

	private OrderStatus status;

	private long version;

	private final List<Made> moves = new ArrayList<>();

	Course(UUID order, OrderStatus status, long version) {
		this.order = order;
		this.status = status;
		this.version = version;
	}

	UUID order() {
		return this.order;
	}

	OrderStatus status() {
		return this.status;
	}

	long version() {
		return this.version;
	}

	/// Which version the order had when it was read.
	long heldVersion() {
		return this.version - this.moves.size();
	}

	boolean allows(Move move) {
		return StateMachine.after(this.status, move).isPresent();
	}

	/// @param messages what others are told of it
	void take(Move move, @Nullable String detail, Occasion occasion, Object... messages) {
		this.status = StateMachine.after(this.status, move)
			.orElseThrow(() -> new IllegalStateException(
					"Order %s is %s and can't %s".formatted(this.order, this.status, move)));
		this.version++;
		this.moves.add(new Made(new Step(this.order, this.version, move, this.status, occasion.at(), detail,
				occasion.actor(), occasion.cause()), List.of(messages), occasion));
	}

	boolean hasMoved() {
		return !this.moves.isEmpty();
	}

	/// The moves made since the order was read, which is asked once.
	List<Made> takeMoves() {
		var made = List.copyOf(this.moves);
		this.moves.clear();
		return made;
	}

	/// @param messages what others are told of it
	record Made(Step step, List<Object> messages, Occasion occasion) {

	}

}
