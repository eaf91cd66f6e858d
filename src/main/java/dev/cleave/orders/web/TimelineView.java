package dev.cleave.orders.web;

import java.time.Instant;
import java.util.List;

import dev.cleave.orders.domain.OrderStatus;
import dev.cleave.orders.domain.Step;
import dev.cleave.platform.security.Caller;
import org.jspecify.annotations.Nullable;

/// What happened to an order, in the order in which orders learned it.
record TimelineView(List<Entry> items) {

	/// Who did it is shown to staff only.
	static TimelineView of(List<Step> steps, Caller caller) {
		return new TimelineView(steps.stream()
			.map(step -> new Entry(step.sequence(), step.status(), step.at(), step.detail(),
					caller.isStaff() ? step.actor() : null))
			.toList());
	}

	record Entry(long sequence, OrderStatus status, Instant at, @Nullable String detail, @Nullable String actor) {

	}

}
