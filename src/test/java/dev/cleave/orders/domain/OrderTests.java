package dev.cleave.orders.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import dev.cleave.inventory.commands.ReleaseStock;
import dev.cleave.orders.events.OrderCancelled;
import dev.cleave.orders.events.OrderConfirmed;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class OrderTests {

	private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

	private static final Occasion WISH = Occasion.wish(NOW, "ada");

	private final UUID id = UUID.randomUUID();

	private final Order order = new Order(this.id, OrderStatus.PENDING, 1);

	@Test
	void confirmsAndSaysSo() {
		this.order.confirm(WISH);

		assertThat(this.order.status()).isEqualTo(OrderStatus.CONFIRMED);
		assertThat(this.order.takeMoves()).singleElement().satisfies(made -> {
			assertThat(made.step()).isEqualTo(new Step(this.id, 2, OrderStatus.CONFIRMED, NOW, null, "ada", null));
			assertThat(made.messages()).containsExactly(new OrderConfirmed(this.id.toString()));
		});
	}

	@Test
	void givesItsStockBackWhenItIsCancelled() {
		this.order.cancel("too late", WISH);

		assertThat(this.order.takeMoves()).singleElement()
			.satisfies(made -> assertThat(made.messages()).containsExactly(
					new OrderCancelled(this.id.toString(), "too late"),
					new ReleaseStock(this.id.toString(), "too late")));
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
		assertThatIllegalStateException().isThrownBy(() -> this.order.confirm(WISH));
	}

	@Test
	void tellsItsMovesOnce() {
		this.order.confirm(WISH);
		this.order.takeMoves();

		assertThat(this.order.takeMoves()).isEmpty();
	}

}
