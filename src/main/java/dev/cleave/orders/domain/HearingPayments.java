package dev.cleave.orders.domain;

import dev.cleave.orders.domain.Hearing.Effect;
import dev.cleave.orders.domain.Hearing.Heard;
import dev.cleave.platform.Fail;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Hears what the payment provider tells, each notice once. Money that nobody waits for is recorded and due to be given
/// back, so that the provider need not tell of it again.
@Service
public class HearingPayments {

	/// Who is said to have moved the order.
	static final String PROVIDER = "payment-provider";

	private final PaymentNotices notices;

	private final PayingOrders paying;

	private final RefundingOrders refunding;

	private final HeldOrders orders;

	HearingPayments(PaymentNotices notices, PayingOrders paying, RefundingOrders refunding, HeldOrders orders) {
		this.notices = notices;
		this.paying = paying;
		this.refunding = refunding;
		this.orders = orders;
	}

	/// Two that come at once take turns at the order, before either looks whether it was
	/// heard.
	@Transactional("orders")
	public Hearing hear(PaymentNotice notice) {
		var wish = Wish.blind(notice.order(), PROVIDER);
		if (this.orders.hold(wish).isEmpty()) {
			return new Hearing.Unknown();
		}
		if (this.notices.contains(notice.id())) {
			return new Heard(Effect.NONE);
		}
		var hearing = switch (notice.kind()) {
			case CAPTURED -> of(this.paying.pay(wish, notice.reference(), notice.amount()));
			case REFUNDED -> of(this.refunding.refund(wish, notice.reference(), notice.amount()));
			case FAILED -> new Heard(Effect.NONE);
		};
		Fail.point("orders.payment-heard");
		if (hearing instanceof Heard) {
			this.notices.add(notice);
		}
		return hearing;
	}

	private static Hearing of(Payment payment) {
		return switch (payment) {
			case Payment.Paid(var order) -> new Heard(Effect.PAID);
			case Payment.Late(var order) -> new Heard(Effect.REFUND_DUE);
			case Payment.Known(var order) -> new Heard(Effect.NONE);
			case Payment.ReferenceTaken() -> new Hearing.ReferenceTaken();
			case Payment.WrongAmount(var total) -> new Hearing.WrongAmount(total);
			case Standstill standstill -> of(standstill);
		};
	}

	private static Hearing of(Refund refund) {
		return switch (refund) {
			case Refund.Refunded(var order) -> new Heard(Effect.REFUNDED);
			case Refund.Known(var order) -> new Heard(Effect.NONE);
			case Refund.ReferenceTaken() -> new Hearing.ReferenceTaken();
			case Refund.WrongAmount(var due) -> new Hearing.WrongAmount(due);
			case Refund.NothingDue() -> new Hearing.NothingDue();
			case Standstill standstill -> of(standstill);
		};
	}

	private static Hearing of(Standstill standstill) {
		return switch (standstill) {
			case Standstill.Illegal illegal -> new Hearing.TooEarly(illegal.status());
			case Standstill.Unknown() -> new Hearing.Unknown();
			case Standstill.Stale() -> throw new IllegalStateException("A provider has seen no version of an order");
		};
	}

}
