package dev.cleave.orders.domain;

import java.time.Duration;
import java.util.UUID;

import dev.cleave.inventory.commands.ReleaseStock;
import dev.cleave.inventory.commands.ReturnStock;
import dev.cleave.inventory.commands.ShipStock;
import dev.cleave.orders.events.OrderCancelled;
import dev.cleave.orders.events.OrderConfirmed;
import dev.cleave.orders.events.OrderDelivered;
import dev.cleave.orders.events.OrderExpired;
import dev.cleave.orders.events.OrderPaid;
import dev.cleave.orders.events.OrderRefundDue;
import dev.cleave.orders.events.OrderRefunded;
import dev.cleave.orders.events.OrderRejected;
import dev.cleave.orders.events.OrderReturned;
import dev.cleave.orders.events.OrderShipped;
import org.jspecify.annotations.Nullable;

/// An order as far as its moves are concerned. What was ordered never changes and so is no part of it.
final class Order {

	private static final String NOT_SETTLED = "not-settled";

	private static final String NOT_PAID = "not-paid";

	private final Course course;

	private final PaymentTerms terms;

	private final Price total;

	private @Nullable String rejection;

	private long refundDue;

	private @Nullable Duration stay;

	/// @param refundDue in minor units of the total's currency
	Order(Course course, PaymentTerms terms, Price total, long refundDue) {
		this.course = course;
		this.terms = terms;
		this.total = total;
		this.refundDue = refundDue;
	}

	Course course() {
		return this.course;
	}

	UUID id() {
		return this.course.order();
	}

	OrderStatus status() {
		return this.course.status();
	}

	long version() {
		return this.course.version();
	}

	Price total() {
		return this.total;
	}

	/// Null unless it was rejected just now.
	@Nullable String rejection() {
		return this.rejection;
	}

	Price refundDue() {
		return new Price(this.refundDue, this.total.currency());
	}

	/// How long it may stay where its last move has led it; null for as long as it takes.
	@Nullable Duration stay() {
		return this.stay;
	}

	boolean can(Move move) {
		return this.course.allows(move);
	}

	Standstill.Illegal refuses(Move move) {
		return new Standstill.Illegal(move, status(), StateMachine.movesFrom(status()));
	}

	/// @param paymentWindow how long it waits for its money, unless it is on invoice
	void confirm(Duration paymentWindow, Occasion occasion) {
		make(Move.CONFIRM, null, occasion, new OrderConfirmed(name()));
		this.stay = (this.terms == PaymentTerms.PREPAID) ? paymentWindow : null;
	}

	void reject(Rejection why, Occasion occasion) {
		make(Move.REJECT, why.reason(), occasion, new OrderRejected(name(), why.reason()));
		this.rejection = why.reason();
	}

	/// Gives back what is reserved, and the money if there is some. Inventory hears that
	/// after it was asked to reserve, whatever has become of that.
	void cancel(String reason, Occasion occasion) {
		var cancelled = new OrderCancelled(name(), reason);
		var release = new ReleaseStock(name(), reason);
		if (status() == OrderStatus.PAID) {
			make(Move.CANCEL, reason, occasion, cancelled, owe(this.total), release);
		}
		else {
			make(Move.CANCEL, reason, occasion, cancelled, release);
		}
	}

	/// Ends where nobody has done in time what it waited for.
	void giveUp(Occasion occasion) {
		if (status() == OrderStatus.PENDING) {
			cancel(NOT_SETTLED, occasion);
		}
		else {
			make(Move.EXPIRE, null, occasion, new OrderExpired(name()), new ReleaseStock(name(), NOT_PAID));
		}
	}

	void pay(Occasion occasion) {
		make(Move.PAY, this.total.inWords(), occasion,
				new OrderPaid(name(), this.total.amount(), this.total.currency()));
	}

	void ship(Consignment consignment, Occasion occasion) {
		make(consignment.move(), consignment.inWords(), occasion,
				new OrderShipped(name(), consignment.number(), consignment.portions(), consignment.complete()),
				new ShipStock(name(), consignment.number(), consignment.units()));
	}

	void deliver(Consignment consignment, Occasion occasion) {
		make(consignment.move(), consignment.inWords(), occasion,
				new OrderDelivered(name(), consignment.portions(), consignment.complete()));
	}

	/// Owes what was paid for what has come back.
	///
	/// @param location where it arrived; null for the main one
	/// @param reason why it came back, if somebody said it
	void takeBack(Consignment consignment, @Nullable String location, @Nullable String reason, Occasion occasion) {
		var value = new Price(consignment.value(), this.total.currency());
		make(consignment.move(), consignment.inWords() + ((reason != null) ? ": " + reason : ""), occasion,
				new OrderReturned(name(), consignment.number(), consignment.portions(), value.amount(),
						consignment.complete()),
				owe(value), new ReturnStock(name(), consignment.number(), location, consignment.returnedUnits()));
	}

	/// Takes money that nobody waits for.
	void payLate(Price amount, Occasion occasion) {
		make(Move.PAY_LATE, amount.inWords(), occasion, owe(amount));
	}

	/// All that is due has been given back.
	void refund(Occasion occasion) {
		var given = refundDue();
		make(Move.REFUND, given.inWords(), occasion, new OrderRefunded(name(), given.amount(), given.currency()));
		this.refundDue = 0;
	}

	private OrderRefundDue owe(Price amount) {
		this.refundDue = Math.addExact(this.refundDue, amount.amount());
		return new OrderRefundDue(name(), amount.amount(), amount.currency());
	}

	private void make(Move move, @Nullable String detail, Occasion occasion, Object... messages) {
		this.course.take(move, detail, occasion, messages);
		this.stay = null;
	}

	private String name() {
		return id().toString();
	}

}
