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
			case CANCEL -> "Cancelled %s: %s".formatted(canceller(step), detail.replace('-', ' '));
		};
	}

	private String canceller(Step step) {
		if (step.actor() == null) {
			return (step.cause() != null) ? "as its stock was taken away" : "at its deadline";
		}
		return step.actor().equals(this.owner) ? "by its owner" : "by staff";
	}

}
