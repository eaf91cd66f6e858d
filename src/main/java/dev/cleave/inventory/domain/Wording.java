package dev.cleave.inventory.domain;

import org.jspecify.annotations.Nullable;

/// Says what a movement was in the words of those who move things.
final class Wording {

	/// The module that asks for stock on behalf of orders, which names them by their id.
	private static final String ORDERS = "orders";

	private static final String SENT = TransferringStock.SENT_TO;

	private static final String RECEIVED = TransferringStock.RECEIVED_FROM;

	private Wording() {
	}

	static String of(LedgerEntry entry) {
		return of(entry.type(), entry.quantity(), entry.actor(), entry.reference(), entry.reason());
	}

	/// @param quantity units; negative only for those that were taken off by an
	/// adjustment
	static String of(MovementType type, long quantity, @Nullable String actor, @Nullable String reference,
			@Nullable String reason) {
		var units = Math.abs(quantity);
		var whose = ORDERS.equals(actor) ? "order " + reference : reference;
		return switch (type) {
			case RECEIVED -> "%d received%s%s".formatted(units, after(", ", reference), after(": ", reason));
			case RESERVED -> "%d reserved%s".formatted(units, after(" for ", whose));
			case RELEASED -> "%d released%s%s".formatted(units, after(" from ", whose), after(": ", reason));
			case SHIPPED -> "%d shipped%s%s".formatted(units, after(" for ", whose), after(": ", reason));
			case RETURNED -> "%d returned%s%s".formatted(units, after(" from ", whose), after(": ", reason));
			case ADJUSTED -> adjusted(quantity, whose, reason);
		};
	}

	/// What several movements did together that are not named one by one.
	static String ofOthers(MovementType type, long quantity, long others) {
		return "%d %s in %d %s".formatted(Math.abs(quantity), switch (type) {
			case RECEIVED -> "received";
			case RESERVED -> "reserved";
			case RELEASED -> "released";
			case SHIPPED -> "shipped";
			case RETURNED -> "returned";
			case ADJUSTED -> (quantity < 0) ? "written off" : "added";
		}, others, (others == 1) ? "other" : "others");
	}

	private static String adjusted(long quantity, @Nullable String whose, @Nullable String reason) {
		var units = Math.abs(quantity);
		if (reason != null && reason.startsWith(SENT)) {
			return "%d sent to %s".formatted(units, reason.substring(SENT.length()));
		}
		if (reason != null && reason.startsWith(RECEIVED)) {
			return "%d received from %s".formatted(units, reason.substring(RECEIVED.length()));
		}
		return "%d %s%s%s".formatted(units, (quantity < 0) ? "written off" : "added", after(", ", whose),
				after(": ", reason));
	}

	private static String after(String separator, @Nullable String text) {
		return (text != null) ? separator + text : "";
	}

}
