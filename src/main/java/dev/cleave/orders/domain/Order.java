package dev.cleave.orders.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import dev.cleave.inventory.commands.ReleaseStock;
import dev.cleave.orders.events.OrderCancelled;
import dev.cleave.orders.events.OrderConfirmed;
import dev.cleave.orders.events.OrderRejected;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/// An order as far as its moves are concerned. What was ordered never changes and so is no part of it.
///
/// It makes one move at a time: the version counts them, and is raised when the move is written.
@Entity
@Table(name = "orders")
class Order {

	@Id
	private UUID id;

	@Enumerated(EnumType.STRING)
	private OrderStatus status;

	private @Nullable String rejection;

	@Version
	private long version;

	@Transient
	private final List<Made> moves = new ArrayList<>();

	@SuppressWarnings("NullAway.Init")
	protected Order() {
	}

	Order(UUID id, OrderStatus status, long version) {
		this.id = id;
		this.status = status;
		this.version = version;
	}

	UUID id() {
		return this.id;
	}

	OrderStatus status() {
		return this.status;
	}

	long version() {
		return this.version;
	}

	boolean can(Move move) {
		return StateMachine.after(this.status, move).isPresent();
	}

	void confirm(Occasion occasion) {
		make(Move.CONFIRM, null, occasion, new OrderConfirmed(name()));
	}

	void reject(Rejection why, Occasion occasion) {
		make(Move.REJECT, why.reason(), occasion, new OrderRejected(name(), why.reason()));
		this.rejection = why.reason();
	}

	/// Gives back what is reserved. Inventory hears that after it was asked to reserve,
	/// whatever has become of that.
	void cancel(String reason, Occasion occasion) {
		make(Move.CANCEL, reason, occasion, new OrderCancelled(name(), reason), new ReleaseStock(name(), reason));
	}

	/// The moves made since the order was read, which is asked once.
	List<Made> takeMoves() {
		var made = List.copyOf(this.moves);
		this.moves.clear();
		return made;
	}

	private void make(Move move, @Nullable String detail, Occasion occasion, Object... messages) {
		this.status = StateMachine.after(this.status, move)
			.orElseThrow(() -> new IllegalStateException(
					"Order %s is %s and can't %s".formatted(this.id, this.status, move)));
		this.moves.add(new Made(new Step(this.id, this.version + 1, this.status, occasion.at(), detail,
				occasion.actor(), occasion.cause()), List.of(messages), occasion));
	}

	private String name() {
		return this.id.toString();
	}

	/// @param messages what others are told of it
	record Made(Step step, List<Object> messages, Occasion occasion) {

	}

}
