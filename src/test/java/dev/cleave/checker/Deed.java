package dev.cleave.checker;

import java.util.Optional;

import dev.cleave.checker.History.Outcome;

/// Something that a client wanted done once, beside placing an order. As with that, it is not known whether it was done
/// as long as no answer says so.
public final class Deed {

	private final Kind kind;

	private final String reference;

	private boolean acknowledged;

	private boolean open;

	Deed(Kind kind, String reference) {
		this.kind = kind;
		this.reference = reference;
	}

	Kind kind() {
		return this.kind;
	}

	String reference() {
		return this.reference;
	}

	public synchronized void acknowledged() {
		this.acknowledged = true;
	}

	/// An attempt at it may have done it, or not.
	public synchronized void leftOpen() {
		this.open = true;
	}

	/// What is wrong with its having been done so many times.
	synchronized Optional<String> contradiction(long times) {
		var outcome = this.acknowledged ? Outcome.ACKNOWLEDGED : this.open ? Outcome.UNKNOWN : Outcome.REFUSED;
		var fits = switch (outcome) {
			case ACKNOWLEDGED -> times == 1;
			case UNKNOWN -> times <= 1;
			case REFUSED -> times == 0;
		};
		return fits ? Optional.empty()
				: Optional.of("%s %s %s was done %d times".formatted(outcome, this.kind, this.reference, times));
	}

	/// What is done once, and where it is written down.
	public enum Kind {

		/// Units that came into the stock, or were counted otherwise.
		BOOKING("inventory",
				"SELECT reason, count(*) FROM inventory.movement WHERE reason IS NOT NULL GROUP BY reason"),

		PAYMENT("orders", "SELECT reference, count(*) FROM orders.payment GROUP BY reference"),

		CANCELLATION("orders", """
				SELECT order_id::text, count(*) FROM orders.order_timeline WHERE move = 'CANCEL' GROUP BY order_id
				""");

		private final String module;

		private final String sql;

		Kind(String module, String sql) {
			this.module = module;
			this.sql = sql;
		}

		String module() {
			return this.module;
		}

		String sql() {
			return this.sql;
		}

	}

}
