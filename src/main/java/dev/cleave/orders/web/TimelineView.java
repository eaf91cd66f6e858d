package dev.cleave.orders.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import dev.cleave.orders.domain.OrderStatus;
import dev.cleave.orders.domain.Step;
import dev.cleave.orders.domain.Wording;
import dev.cleave.platform.security.Caller;
import org.jspecify.annotations.Nullable;

/// What happened to an order, in the order in which orders learned it.
record TimelineView(List<Entry> items) {

	/// Who did it is shown to staff only.
	static TimelineView of(List<Step> steps, Caller caller) {
		var wording = new Wording(steps);
		return new TimelineView(steps.stream()
			.map(step -> new Entry(step.sequence(), step.move().name().toLowerCase(Locale.ROOT), step.status(),
					step.at(), wording.of(step), step.detail(), caller.isStaff() ? step.actor() : null))
			.toList());
	}

	/// @param text what was done, in words for people
	/// @param detail why, or how much
	record Entry(long sequence, String move, OrderStatus status, Instant at, String text, @Nullable String detail,
			@Nullable String actor) {

	}

}
