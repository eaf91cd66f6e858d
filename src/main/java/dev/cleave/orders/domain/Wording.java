package dev.cleave.orders.domain;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/// Tells what happened to an order in the words of those who run the shop.
public final class Wording {

	private final @Nullable String owner;

	/// @param timeline of one order, from its first step
	public Wording(List<Step> timeline) {
		this.owner = timeline.getFirst().actor();
	}

	public String of(Step step) {
		var detail = Objects.requireNonNullElse(step.detail(), "");
		return switch (step.move()) {
			case PLACE -> "Placed";
			case CONFIRM -> "Confirmed: all of it is reserved";
			case REJECT -> "Rejected: " + detail.replace('-', ' ');
			case PAY -> "Paid " + detail;
			case PAY_LATE -> "Paid %s that nobody waited for, to be given back".formatted(detail);
			case REFUND -> "Gave back " + detail;
			case SHIP_PART, SHIP -> "Shipped " + detail;
			case DELIVER_PART, DELIVER -> "Delivered " + detail;
			case RETURN_PART, RETURN -> "Took back " + detail;
			case EXPIRE -> "Not paid in time";
			case CANCEL ->
				"Cancelled %s: %s".formatted(canceller(step), isAtDeadline(step) ? detail.replace('-', ' ') : detail);
		};
	}

	private String canceller(Step step) {
		if (isAtDeadline(step)) {
			return "at its deadline";
		}
		if (step.actor() == null) {
			return "as its stock was taken away";
		}
		return step.actor().equals(this.owner) ? "by its owner" : "by staff";
	}

	/// Nobody wanted it, so that its reason is a code; else somebody has said it.
	private static boolean isAtDeadline(Step step) {
		return step.actor() == null && step.cause() == null;
	}

}
