package dev.cleave.orders.domain;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import dev.cleave.orders.domain.Course.Made;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Writes down the moves that orders have made, tells others of them, and wakes those who wait for them.
@Component
class Moves {

	private final HeldOrders orders;

	private final Timelines timelines;

	private final ApplicationEventPublisher messages;

	private final SettlementWatch watch;

	Moves(HeldOrders orders, Timelines timelines, ApplicationEventPublisher messages, SettlementWatch watch) {
		this.orders = orders;
		this.timelines = timelines;
		this.messages = messages;
		this.watch = watch;
	}

	void keep(Collection<Order> held) {
		var moved = held.stream().filter(order -> order.course().hasMoved()).toList();
		if (moved.isEmpty()) {
			return;
		}
		this.orders.write(moved);
		var moves = moved.stream().flatMap(order -> order.course().takeMoves().stream()).toList();
		this.timelines.append(moves.stream().map(Made::step).toList());
		moves.forEach(made -> made.messages()
			.forEach(message -> this.messages.publishEvent(made.occasion().leadingTo(message))));
		wakeAfterCommit(moves.stream().map(made -> made.step().order()).toList());
	}

	private void wakeAfterCommit(List<UUID> settled) {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void afterCommit() {
				Moves.this.watch.settled(settled);
			}

		});
	}

}
