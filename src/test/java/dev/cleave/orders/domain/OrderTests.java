package dev.cleave.orders.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import dev.cleave.inventory.commands.ReleaseStock;
import dev.cleave.orders.events.OrderCancelled;
import dev.cleave.orders.events.OrderConfirmed;
import dev.cleave.orders.events.OrderPaid;
import dev.cleave.orders.events.OrderRefundDue;
import dev.cleave.orders.events.OrderRefunded;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class OrderTests {

	private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

	private static final Occasion WISH = Occasion.wish(NOW, "ada");

	private static final Duration WINDOW = Duration.ofMinutes(15);

	private static final Price TOTAL = new Price(2550, "GBP");

	private final UUID id = UUID.randomUUID();

	private final Order order = order(OrderStatus.PENDING, PaymentTerms.PREPAID);

	@Test
	void confirmsAndSaysSo() {
		this.order.confirm(WINDOW, WISH);

		assertThat(this.order.status()).isEqualTo(OrderStatus.CONFIRMED);
		assertThat(this.order.course().takeMoves()).singleElement().satisfies(made -> {
			assertThat(made.step())
				.isEqualTo(new Step(this.id, 2, Move.CONFIRM, OrderStatus.CONFIRMED, NOW, null, "ada", null));
			assertThat(made.messages()).containsExactly(new OrderConfirmed(this.id.toString()));
		});
	}

	@Test
	void waitsForItsMoneyUnlessItIsOnInvoice() {
		var onInvoice = order(OrderStatus.PENDING, PaymentTerms.ACCOUNT);

		this.order.confirm(WINDOW, WISH);
		onInvoice.confirm(WINDOW, WISH);

		assertThat(this.order.stay()).isEqualTo(WINDOW);
		assertThat(onInvoice.stay()).isNull();
		this.order.pay(WISH);
		assertThat(this.order.stay()).isNull();
	}

	@Test
	void givesItsStockBackWhenItIsCancelled() {
		this.order.cancel("too late", WISH);

		assertThat(told(this.order)).containsExactly(new OrderCancelled(this.id.toString(), "too late"),
				new ReleaseStock(this.id.toString(), "too late"));
	}

	@Test
	void owesItsMoneyWhenItIsCancelledAfterItWasPaid() {
		var paid = order(OrderStatus.PAID, PaymentTerms.PREPAID);

		paid.cancel("too late", WISH);

		assertThat(paid.refundDue()).isEqualTo(TOTAL);
		assertThat(told(paid)).containsExactly(new OrderCancelled(this.id.toString(), "too late"),
				new OrderRefundDue(this.id.toString(), 2550, "GBP"), new ReleaseStock(this.id.toString(), "too late"));
	}

	@Test
	void givesBackAllThatIsDueAtOnce() {
		this.order.confirm(WINDOW, WISH);
		this.order.pay(WISH);
		this.order.payLate(TOTAL, WISH);
		this.order.payLate(TOTAL, WISH);

		this.order.refund(WISH);

		assertThat(this.order.refundDue().amount()).isZero();
		assertThat(this.order.status()).isEqualTo(OrderStatus.PAID);
		assertThat(this.order.version()).isEqualTo(6);
		assertThat(told(this.order)).containsExactly(new OrderConfirmed(this.id.toString()),
				new OrderPaid(this.id.toString(), 2550, "GBP"), new OrderRefundDue(this.id.toString(), 2550, "GBP"),
				new OrderRefundDue(this.id.toString(), 2550, "GBP"),
				new OrderRefunded(this.id.toString(), 5100, "GBP"));
	}

	@Test
	void cannotBeCancelledTwice() {
		this.order.cancel("too late", WISH);

		assertThatIllegalStateException().isThrownBy(() -> this.order.cancel("again", WISH));
	}

	@Test
	void cannotBeConfirmedOnceItIsRejected() {
		this.order.reject(new Rejection("insufficient-stock", List.of()), WISH);

		assertThat(this.order.can(Move.CONFIRM)).isFalse();
		assertThatIllegalStateException().isThrownBy(() -> this.order.confirm(WINDOW, WISH));
	}

	@Test
	void tellsItsMovesOnce() {
		this.order.confirm(WINDOW, WISH);
		this.order.course().takeMoves();

		assertThat(this.order.course().takeMoves()).isEmpty();
	}

	private Order order(OrderStatus status, PaymentTerms terms) {
		return new Order(new Course(this.id, status, 1), terms, TOTAL, 0);
	}

	private static List<Object> told(Order order) {
		return order.course().takeMoves().stream().flatMap(made -> made.messages().stream()).toList();
	}

}
